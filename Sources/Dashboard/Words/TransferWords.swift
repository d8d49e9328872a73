/// Words of the transfer screens.
package struct TransferWords: Sendable {
}

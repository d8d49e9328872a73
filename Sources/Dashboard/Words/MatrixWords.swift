/// Words of the matrix screens.
package struct MatrixWords: Sendable {
}

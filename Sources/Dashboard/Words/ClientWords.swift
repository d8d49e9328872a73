/// Words about clients.
package struct ClientWords: Sendable {
  package var openNumber = "Open the board of client %1"
  package var noNumber = "No client has the key %1."
}

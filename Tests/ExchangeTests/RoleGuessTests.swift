import Desk
import Testing

@testable import Exchange

@Test(arguments: [
  ("Backlog", Column.Role.backlog), ("Ideas 💡", .backlog), ("バックログ", .backlog), ("Ideen", .backlog),
  ("To Do", .ready), ("TODO", .ready), ("To-do (this week)", .ready), ("To be done", .ready),
  ("やること", .ready),
  ("未完了", .ready), ("Zu erledigen", .ready), ("Por hacer", .ready), ("À faire", .ready), ("A fazer", .ready),
  ("करना है", .ready), ("करायचे", .ready), ("Doing", .doing), ("In Progress", .doing), ("02 WIP", .doing),
  ("進行中", .doing), ("In Arbeit", .doing), ("En proceso", .doing), ("En cours", .doing),
  ("Em andamento", .doing),
  ("प्रगति पर", .doing), ("सुरू", .doing), ("Waiting for client", .waiting), ("Waiting for review", .waiting),
  ("Blocked", .waiting), ("返事待ち", .waiting), ("Wartet", .waiting), ("En espera", .waiting),
  ("En attente", .waiting),
  ("Aguardando", .waiting), ("प्रतीक्षा", .waiting), ("प्रलंबित", .waiting), ("Code review", .review),
  ("レビュー", .review), ("Freigabe", .review), ("En revisión", .review), ("Relecture", .review),
  ("समीक्षा", .review),
  ("तपासणी", .review), ("Done ✅", .done), ("Done (November)", .done), ("完了", .done), ("Erledigt", .done),
  ("Hecho", .done), ("Terminé", .done), ("Feito", .done), ("पूर्ण", .done), ("झाले", .done),
])
func aNameSpeaksOfItsRole(name: String, role: Column.Role) {
  #expect(RoleGuess.role(of: name) == role)
}

@Test(arguments: [
  "", "Harbor Goods", "Paid ads", "Complete profiles", "Unfinished", "अपूर्ण", "Todos los clientes", "🎉",
])
func aNameThatSpeaksOfNoRoleIsNotGuessedAt(name: String) {
  #expect(RoleGuess.role(of: name) == nil)
}

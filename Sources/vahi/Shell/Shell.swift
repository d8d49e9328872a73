enum Shell { static func run(_ arguments: [String]) -> Int32 { Program.fail("only the dashboard can be opened so far", code: 64) } }

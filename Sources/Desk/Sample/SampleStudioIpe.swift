extension SampleBoard {
  /// Um estúdio de design em São Paulo.
  static let studioIpe = SampleBoard(
    slug: "studio-ipe", name: "Studio Ipê", zone: "America/Sao_Paulo",
    hours: WorkingHours(startMinute: 600, endMinute: 1140), currency: "BRL", rate: 15_000,
    columns: [
      ColumnDraft(name: "Ideias", role: .backlog), ColumnDraft(name: "A fazer", role: .ready),
      ColumnDraft(name: "Fazendo", role: .doing, wipLimit: 3),
      ColumnDraft(name: "Aguardando", role: .waiting),
      ColumnDraft(name: "Feito", role: .done),
    ],
    cards: [
      SampleCard(
        "Orçamento: identidade visual do café", in: 2, due: (1, 1080), estimate: 120, labels: ["orçamento"],
        checklist: ["x Escopo", "x Horas por etapa", "Condições de pagamento", "Revisão da Marina"],
        quadrant: .first,
        notes: "O cliente quer três propostas de logotipo; incluir só duas e uma rodada de ajustes.",
        comments: [(1, "Marina", "Pode colocar o prazo de 15 dias úteis ☕")], age: 4),
      SampleCard(
        "Legendas para o Instagram", in: 2, due: (0, 1140), estimate: 60, labels: ["conteúdo"],
        checklist: ["x Segunda", "x Terça", "Quarta", "Quinta", "Sexta"], quadrant: .delegate, age: 2),
      SampleCard(
        "Nota fiscal nº 204", in: 1, due: (-1, 1080), estimate: 20, labels: ["financeiro"], quadrant: .first,
        age: 5),
      SampleCard(
        "Portfólio: três projetos novos", in: 1, due: (7, 1080), estimate: 180, labels: ["site"],
        quadrant: .plan, age: 8),
      SampleCard(
        "Reservar a sala para a oficina de serigrafia", in: 1, due: (3, 840), estimate: 25,
        labels: ["eventos"]),
      SampleCard(
        "Fotos da exposição", in: 3, labels: ["conteúdo"], waitingOn: "Rafael",
        comments: [(2, "Rafael", "Mando até sexta, prometo 🙏")], age: 7),
      SampleCard(
        "Contrato com a gráfica", in: 3, due: (4, 1080), estimate: 45, labels: ["jurídico"],
        waitingOn: "Gráfica Aroeira",
        quadrant: .plan, age: 10),
      SampleCard("Boletim trimestral do estúdio", in: 0, estimate: 150, labels: ["conteúdo"], age: 14),
      SampleCard("Comparar planos de hospedagem", in: 0, estimate: 60, labels: ["pesquisa"], age: 20),
      SampleCard(
        "Presente de fim de ano para os clientes 🎁", in: 0, labels: ["eventos"], quadrant: .plan, age: 3),
      SampleCard(
        "Tradução do site para o inglês", in: 0, estimate: 300, labels: ["site"], quadrant: .plan, age: 25),
    ]
      + SampleCard.done(
        [
          "Agenda de reuniões da semana", "Pagamento do aluguel", "Lista de contatos da imprensa",
          "Nota fiscal nº 203", "Cartões de visita", "Resposta ao edital", "Organizar as pastas do Drive",
          "Ata da reunião de outubro", "Passagem para Curitiba ✈️", "Backup das fotos", "Orçamento: padaria",
          "Assinatura de e-mail nova", "Inventário das tintas",
        ], in: 4, labels: ["financeiro"]),
    errands: ["E-mails do estúdio", "Agenda de reuniões da semana"])
}

import Testing

/// All that drives the release binary in a real terminal, one after the other: the machine is one.
@Suite(.serialized) struct End2End {}

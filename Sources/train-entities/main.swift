import Entities
import Glibc

do {
  try TrainingCommand(arguments: Array(CommandLine.arguments.dropFirst())).run()
} catch {
  let message = "train-entities: \(error)\n"
  _ = message.withCString { write(STDERR_FILENO, $0, message.utf8.count) }
  exit(error is TrainingError ? 64 : 2)
}

// Loaded before a program that a supervisor keeps running: when the supervisor is gone, even by SIGKILL, its end of
// the pipe closes, and the program stops as if it had been asked to.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'))
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'))
process.stdin.resume()
process.stdin.unref?.()

// The only script that runs on whatever Node the machine has (20 or newer): it installs what is
// missing, then hands over to the pinned Node 24 that came with the packages.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'node_modules', '.cove-installed')
const lockHash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')

function installMissing() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash) return
  if (installedByHand()) return writeFileSync(stamp, lockHash)

  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error('node_modules is a link to another folder, which an installation here would empty. Remove the link and try again. Nothing was changed.')
    process.exit(1)
  }
  console.log('→ installing packages (about a minute the first time)…')
  // NODE_ENV=production in the shell would leave out what the build needs.
  const { NODE_ENV: _left, ...env } = process.env
  const npm = process.env.npm_execpath
  const result = npm
    ? spawnSync(process.execPath, [npm, 'ci', '--include=dev', '--loglevel=error'], { cwd: root, stdio: 'inherit', env })
    : spawnSync('npm', ['ci', '--include=dev', '--loglevel=error'], { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' })
  if (result.status !== 0) {
    console.error('The packages could not be installed; the lines above say why. Nothing was started.')
    process.exit(result.status ?? 1)
  }
  writeFileSync(stamp, lockHash)
}

/** npm leaves its own copy of the lock file; written after ours, it says that `npm ci` or `npm install` was run. */
function installedByHand() {
  const npmsOwn = join(root, 'node_modules', '.package-lock.json')
  return existsSync(npmsOwn) && statSync(npmsOwn).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

function pinnedNode() {
  const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error('Node 24 did not install with the packages (install scripts are switched off?). Run it with Node 24.')
  process.exit(1)
}

installMissing()
const [name, ...rest] = process.argv.slice(2)
const node = pinnedNode()
// Programs started from here find the pinned Node and the packages' programs first.
const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':')
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, 'bin', `${name}.ts`), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))

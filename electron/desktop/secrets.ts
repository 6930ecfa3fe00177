import { safeStorage } from 'electron'
import type { Secrets } from '../keys/secrets.ts'

/**
 * The system's own store for secrets. On Linux without a keyring Electron falls back on a password that
 * everybody knows, which is as good as none.
 */
export const desktopSecrets: Secrets = {
  async backend() {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return null
    if (process.platform !== 'linux') return process.platform
    const backend = safeStorage.getSelectedStorageBackend()
    return backend === 'basic_text' || backend === 'unknown' ? null : backend
  },
  seal: (secret) => safeStorage.encryptStringAsync(secret),
  async open(sealed) {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed))
    return { secret: result, stale: shouldReEncrypt }
  },
}

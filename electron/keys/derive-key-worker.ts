import { parentPort, workerData } from 'node:worker_threads'
import { argon2id } from 'hash-wasm'
import type { KeyRequest } from './derive-key.ts'

// hash-wasm rather than `crypto.argon2`: Electron is built on BoringSSL, which has no Argon2.
const { password, salt, costs, length }: KeyRequest = workerData
const key = await argon2id({
  password,
  salt,
  memorySize: costs.memory,
  iterations: costs.passes,
  parallelism: 1,
  hashLength: length,
  outputType: 'binary',
})
parentPort?.postMessage(key)

import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          'photo-helper': 'electron/photo-helper.ts',
          'derive-key-worker': 'electron/keys/derive-key-worker.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        // A sandboxed preload can neither import modules nor load a second file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    server: { host: '127.0.0.1' },
    build: {
      rolldownOptions: { input: resolve('renderer/index.html') },
      minify: true,
      // Bundled packages leave no folder of their own behind that would carry their licences.
      license: { fileName: 'licenses.md' },
      // The content security policy allows no data: addresses.
      assetsInlineLimit: 0,
    },
  },
})

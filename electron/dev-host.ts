import { run, serve } from './serve.ts'

// The browser host in development: the page comes from the development server, not from a build.
await run(serve)

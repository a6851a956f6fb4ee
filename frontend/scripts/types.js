// Writes src/api/schema.d.ts from the OpenAPI document of the API; --check only compares.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import openapiTS, { astToString } from 'openapi-typescript'

const frontend = fileURLToPath(new URL('..', import.meta.url))
const python = process.env.KWAI_PYTHON ?? join(frontend, '../.venv/bin/python')
const target = join(frontend, 'src/api/schema.d.ts')
const base = '/api/v1'
const heading = `// Made by \`make types\` from the OpenAPI document of the API: change that, never this.
// The paths are below ${base}; every refusal is an ErrorDocument, so only one is described.\n\n`

function readDocument() {
  const folder = mkdtempSync(join(tmpdir(), 'kwai-types-'))
  try {
    const file = join(folder, 'openapi.json')
    execFileSync(python, [join(frontend, 'scripts/openapi.py'), file], { stdio: 'inherit' })
    return JSON.parse(readFileSync(file, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

// Each of 150 operations repeats a dozen refusals: without them the file has a third of its size.
function keepOneRefusal(operation) {
  const responses = Object.entries(operation.responses)
  operation.responses = Object.fromEntries(responses.filter(([status]) => status < '300'))
  const schema = { $ref: '#/components/schemas/ErrorDocument' }
  const content = { 'application/vnd.api+json': { schema } }
  operation.responses.default = { description: 'What is wrong', content }
}

function shorten(document) {
  const paths = Object.entries(document.paths).filter(([path]) => path.startsWith(`${base}/`))
  document.paths = Object.fromEntries(paths.map(([path, item]) => [path.slice(base.length), item]))
  for (const item of Object.values(document.paths)) Object.values(item).forEach(keepOneRefusal)
  return document
}

const tree = await openapiTS(shorten(readDocument()), {
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  rootTypesKeepCasing: true,
  silent: true,
})
const written = heading + astToString(tree)

if (!process.argv.includes('--check')) {
  writeFileSync(target, written)
} else if (readFileSync(target, 'utf8') !== written) {
  console.error('kwai: src/api/schema.d.ts is stale; run: make types')
  process.exitCode = 1
}

// Shows an OpenAPI document; everything is put in as text, never as markup.
'use strict'

const METHODS = ['get', 'post', 'patch', 'put', 'delete']

function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value)
  made.append(...children.filter((child) => child !== null && child !== undefined))
  return made
}

function table(headings, rows) {
  const head = element('tr', {}, ...headings.map((text) => element('th', { scope: 'col' }, text)))
  const body = rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell ?? ''))))
  return element('div', { class: 'scroll' },
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...body)))
}

// A schema in a form to read: references are named, and opened one level deep.
function sketch(schema, schemas, depth = 0) {
  if (!schema) return 'any'
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop()
    return depth > 2 ? name : sketch(schemas[name], schemas, depth + 1)
  }
  if ('const' in schema) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  for (const key of ['anyOf', 'oneOf', 'allOf']) {
    if (schema[key]) return [...new Set(schema[key].map((each) => sketch(each, schemas, depth)))].join(' | ')
  }
  if (schema.type === 'array') return `[${sketch(schema.items, schemas, depth + 1)}]`
  if (schema.properties) return sketchObject(schema, schemas, depth)
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : schema.type ?? 'any'
  return schema.format ? `${type} (${schema.format})` : type
}

function sketchObject(schema, schemas, depth) {
  const indent = '  '.repeat(depth + 1)
  const needed = new Set(schema.required ?? [])
  const lines = Object.entries(schema.properties).map(([name, property]) => {
    const text = sketch(property, schemas, depth + 1)
    return `${indent}${name}${needed.has(name) ? '' : '?'}: ${text}`
  })
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
}

function content(part, schemas) {
  return Object.entries(part?.content ?? {}).flatMap(([type, media]) => [
    element('p', { class: 'note' }, type),
    element('pre', { tabindex: '0' }, sketch(media.schema, schemas)),
  ])
}

function roles(operation) {
  const rule = operation['x-authorization']
  if (!rule) return null
  const text = Object.entries(rule).map(([role, scope]) => `${role}: ${scope}`).join(', ')
  return element('p', { class: 'note' }, `Who: ${text || 'nobody'}`)
}

function parameters(operation) {
  const given = operation.parameters ?? []
  if (given.length === 0) return []
  const rows = given.map((each) => [
    element('code', {}, each.name), each.in, each.required ? 'yes' : '', each.description])
  return [element('h3', {}, 'Parameters'), table(['name', 'in', 'needed', 'meaning'], rows)]
}

function body(operation, schemas) {
  if (!operation.requestBody) return []
  return [element('h3', {}, 'Request'), ...content(operation.requestBody, schemas)]
}

function responses(operation, schemas) {
  const all = Object.entries(operation.responses ?? {})
  const rows = all.map(([status, each]) => [status, each.description])
  const good = all.filter(([status]) => status < '300')
  return [
    element('h3', {}, 'Answers'), table(['status', 'meaning'], rows),
    ...good.flatMap(([, each]) => content(each, schemas)),
  ]
}

function show(method, path, operation, schemas) {
  const summary = element('summary', {},
    element('span', { class: 'method' }, method.toUpperCase()), ' ',
    element('span', { class: 'path' }, path), ' ',
    element('span', { class: 'note' }, operation.summary ?? ''))
  const details = element('details', { id: operation.operationId ?? '' }, summary)
  // Opened by hand only, so the page stays quick with hundreds of operations.
  details.addEventListener('toggle', () => {
    if (details.childElementCount > 1) return
    details.append(...[element('p', {}, operation.description ?? ''), roles(operation),
      ...parameters(operation), ...body(operation, schemas), ...responses(operation, schemas),
    ].filter(Boolean))
  })
  return details
}

function collect(document_) {
  const found = []
  for (const [path, methods] of Object.entries(document_.paths)) {
    for (const method of METHODS) {
      if (methods[method]) found.push({ path, method, operation: methods[method] })
    }
  }
  return found
}

function render(document_, wanted) {
  const schemas = document_.components?.schemas ?? {}
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const groups = new Map()
  for (const { path, method, operation } of collect(document_)) {
    const text = `${method} ${path} ${operation.operationId} ${operation.description}`.toLowerCase()
    if (!words.every((word) => text.includes(word))) continue
    const tag = operation.tags?.[0] ?? 'other'
    if (!groups.has(tag)) groups.set(tag, [])
    groups.get(tag).push(show(method, path, operation, schemas))
  }
  const sections = [...groups].map(([tag, list]) => element('section', {}, element('h2', {}, tag), ...list))
  const main = document.getElementById('operations')
  main.replaceChildren(...(sections.length ? sections : [element('p', {}, 'Nothing found.')]))
}

// /api/docs#get_user opens that operation, so that it can be linked to.
function openNamed() {
  const named = location.hash && document.getElementById(location.hash.slice(1))
  if (named instanceof HTMLDetailsElement) {
    named.open = true
    named.scrollIntoView()
  }
}

async function start() {
  const main = document.getElementById('operations')
  try {
    const answer = await fetch('/api/openapi.json')
    const openapi = await answer.json()
    document.getElementById('title').textContent = `${openapi.info.title} API ${openapi.info.version}`
    document.getElementById('about').textContent = openapi.info.description ?? ''
    const search = document.getElementById('search')
    search.addEventListener('input', () => render(openapi, search.value))
    render(openapi, '')
    openNamed()
    window.addEventListener('hashchange', openNamed)
  } catch {
    main.replaceChildren(element('p', {}, 'The document could not be loaded. Reload the page to try again.'))
  }
}

start()

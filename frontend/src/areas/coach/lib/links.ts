/** Where an administrator adds what coaches wait for. */
export const NEW_SEASON = { path: '/admin/seasons', query: { edit: 'new' } }

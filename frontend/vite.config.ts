import { fileURLToPath, URL } from 'node:url'

import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'

const api = process.env.KWAI_API ?? 'http://127.0.0.1:8000'

export default defineConfig({
  plugins: [
    vue(),
    tailwindcss(),
    // Compressed once here, not for each visitor.
    compression({ algorithms: ['brotliCompress', 'gzip'], threshold: 1024 }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
  },
  build: {
    // An inlined asset would be a data: URL in the style, which the content policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // A slow phone waits for each file: what every page needs comes in a few.
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules\/(@?vue|@intlify|@tanstack|openapi-fetch|@internationalized)/ },
            { name: 'icons', test: /node_modules\/@lucide/, minShareCount: 3 },
            { name: 'shared', test: /src\/(api|composables|i18n|lib)\//, minShareCount: 3 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': api, '/logo': api } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
  },
})

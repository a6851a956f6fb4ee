import { useI18n } from 'vue-i18n'

import { untitledLocale, writtenLocales, type WrittenTexts } from '../lib/texts'

/** What the server would refuse of the texts, '' when they are fine. */
export function useTextCheck(): (texts: WrittenTexts) => string {
  const { t } = useI18n()
  return (texts) => {
    if (writtenLocales(texts).length === 0) return t('author.checks.noText')
    const locale = untitledLocale(texts)
    return locale ? t('author.checks.noTitle', { language: locale.toUpperCase() }) : ''
  }
}

import { useI18n } from 'vue-i18n'

import { faultOf } from './passwordRules'
import { useClub } from './useClub'

/** Says in words what is wrong with a new password; '' when it may be tried. */
export function usePasswordCheck() {
  const { t } = useI18n()
  const { club } = useClub()

  function check(password: string, personal: readonly string[] = []): string {
    const minimum = club.value.password_min_length
    const fault = faultOf(password, minimum, personal)
    return fault ? t(`problems.password.${fault}`, { count: minimum }) : ''
  }

  return {
    check,
    /** All else is checked here: what the server still refuses is a common one. */
    texts: { 'password.bad_value': () => t('problems.password.common') },
  }
}

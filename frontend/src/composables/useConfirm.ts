import { readonly, shallowRef } from 'vue'

/** What is asked before something that cannot be taken back. */
export interface Question {
  title: string
  text: string
  confirm: string
  cancel?: string
  tone?: 'danger'
}

const question = shallowRef<Question | null>(null)
let answer: (yes: boolean) => void = () => undefined

/** Ask a person; `ConfirmHost` shows the question. */
export function useConfirm(): (asked: Question) => Promise<boolean> {
  return (asked) => {
    answer(false)
    question.value = asked
    return new Promise((resolve) => (answer = resolve))
  }
}

/** What `ConfirmHost` shows and answers. */
export function useQuestion() {
  return {
    question: readonly(question),
    reply(yes: boolean) {
      question.value = null
      answer(yes)
    },
  }
}

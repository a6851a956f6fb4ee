import type { Form } from '@/composables/useForm'

/** What a dialog needs of the form inside it. */
export type FormView = Form & { isDirty: boolean; submit: () => Promise<unknown> }

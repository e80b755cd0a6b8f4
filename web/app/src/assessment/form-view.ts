import { createContext, use } from 'react';
import { useTexts } from '../i18n/text.ts';
import { HELP_FIRST } from '../ui/fields.tsx';
import { nodeName, type FormNode, type OpenForm } from './engine.ts';

/** How the whole form is shown just now. */
export interface FormView {
  form: OpenForm;
  /** Show what is wrong even where nobody has been yet: after an attempt to send. */
  checked: boolean;
}

export const FormViewContext = createContext<FormView | undefined>(undefined);

export function useFormView(): FormView {
  const view = use(FormViewContext);
  if (view === undefined) throw new Error('no form around this question');
  return view;
}

export type SelectNode = Extract<FormNode, { nodeType: 'select' }>;
export type InputNode = Extract<FormNode, { nodeType: 'input' }>;
export type NoteNode = Extract<FormNode, { nodeType: 'note' }>;
export type RangeNode = Extract<FormNode, { nodeType: 'range' }>;
export type TriggerNode = Extract<FormNode, { nodeType: 'trigger' }>;
export type QuestionNode = SelectNode | InputNode | RangeNode | TriggerNode;

/** What is wrong with an answer, in the form's own words where it has some. */
export function useQuestion(node: QuestionNode, visited: boolean) {
  const { t } = useTexts();
  const { form, checked } = useFormView();
  const { label, hint, required } = node.currentState;
  const error = wrong();
  return {
    label: label?.asString ?? nodeName(node),
    description: hint?.asString,
    required,
    error,
    inputWrapperOrder: HELP_FIRST,
    'data-testid': `question-${nodeName(node)}`,
    'data-invalid': error !== undefined,
  };

  function wrong(): string | undefined {
    if (form.unreadable.has(node)) return visited || checked ? t('field.format') : undefined;
    const { violation } = node.validationState;
    if (violation === null || !(checked || visited)) return undefined;
    if (violation.condition === 'required' && !checked) return undefined;
    return violation.message?.asString || t(violation.condition === 'required' ? 'field.required' : 'field.check');
  }
}

export function hasAppearance(node: FormNode, name: string): boolean {
  return [...((node.appearances ?? []) as unknown as Iterable<string>)].includes(name);
}

import { Alert, Button, Group, Skeleton, Stack, Title } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/text.ts';
import { focusFirstInvalid } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { answeredDay, openForm, setFormLanguage, submissionOf, violations, type FormNode, type OpenForm } from './engine.ts';
import { FormViewContext } from './form-view.ts';
import { ProgressLine } from './progress.tsx';
import { sectionsOf, type Section } from './sections.ts';
import { SectionList } from './section-list.tsx';
import { XFormNode } from './xform-node.tsx';

interface Props {
  xml: string;
  busy: boolean;
  onSend: (instance: string, day: string | undefined) => void;
}

export function XForm({ xml, busy, onSend }: Props) {
  return <Opened xml={xml}>{(form) => <FormInParts form={form} busy={busy} onSend={onSend} />}</Opened>;
}

interface OpenedProps {
  xml: string;
  /** Answers that were kept. */
  kept?: string | undefined;
  children: (form: OpenForm) => ReactNode;
}

/** Has the engine open the form, and says so when it cannot. */
export function Opened({ xml, kept, children }: OpenedProps) {
  const { t, language } = useTexts();
  const [form, setForm] = useState<OpenForm>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const firstLanguage = useRef(language);
  useEffect(() => {
    let wanted = true;
    setFailed(false);
    setForm(undefined);
    openForm(xml, firstLanguage.current, kept).then(
      (opened) => wanted && setForm(opened),
      (failure: unknown) => {
        console.error('The form could not be opened', failure);
        if (wanted) setFailed(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [xml, kept, attempt]);
  if (failed) {
    return <ProblemNotice problem={new ApiProblem('web', 0, 'unexpected')} onRetry={() => setAttempt(attempt + 1)} />;
  }
  if (form === undefined) {
    return (
      <Stack gap="sm" role="status" aria-label={t('state.loading')}>
        {[1, 2, 3, 4, 5].map((i) => <Skeleton key={i} height={44} />)}
      </Stack>
    );
  }
  return children(form);
}

/** The form as it is now; who uses it is drawn again with every change, and it speaks the reader's language. */
export function useForm(form: OpenForm): void {
  const { language } = useTexts();
  useSyncExternalStore(form.subscribe, form.version);
  useEffect(() => setFormLanguage(form.root, language), [form, language]);
}

interface FormProps {
  form: OpenForm;
  busy: boolean;
  submitText?: string;
  onSend: (instance: string, day: string | undefined) => void;
  /** Stands between the questions and the button. */
  footer?: ReactNode;
}

/** The worker's view: a short form on one page, a long one section by section. */
export function FormInParts({ form, busy, submitText, onSend, footer }: FormProps) {
  const { t, language } = useTexts();
  const [attempts, setAttempts] = useState(0);
  const [at, setAt] = useState(0);
  const element = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useForm(form);
  const { root } = form;
  const sections = sectionsOf(root);
  const shown = Math.min(at, sections.length - 1);
  const section = sections[shown];
  const checked = attempts > 0;
  const view = useMemo(() => ({ form, checked }), [form, checked]);
  useEffect(() => {
    if (attempts > 0) focusFirstInvalid(element.current);
  }, [attempts]);
  const go = (index: number) => {
    setAt(index);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const send = async () => {
    const instance = form.unreadable.count(root) > 0 ? undefined : await submissionOf(root);
    if (instance === undefined) {
      const first = sections.findIndex((one) => one.nodes.some((node) => wrong(form, node)));
      if (first >= 0) setAt(first);
      setAttempts(attempts + 1);
      return;
    }
    onSend(instance, answeredDay(root, 'conducted_on'));
  };
  const open = violations(root).length + form.unreadable.count(root);
  const last = shown === sections.length - 1;
  return (
    <FormViewContext value={view}>
      <form
        ref={element}
        noValidate
        className="hifazat-form"
        lang={language}
        onSubmit={(event) => {
          event.preventDefault();
          if (last) void send();
          else go(shown + 1);
        }}
      >
        <ProgressLine root={root} />
        {sections.length > 1 && <SectionList sections={sections} at={shown} onGo={go} wrong={checked ? (one) => sectionWrong(form, one) : undefined} />}
        {sections.length > 1 && section !== undefined && (
          <Title order={3} size="h4" tabIndex={-1} ref={heading}>{section.title ?? t('form.beginning')}</Title>
        )}
        {section?.nodes.map((node) => <XFormNode key={node.nodeId} node={node} />)}
        {checked && open > 0 && (
          <Alert color="red" role="alert" data-testid="form-violations">
            {t('assess.incomplete', { count: open })}
          </Alert>
        )}
        {footer}
        <Group gap="sm">
          {shown > 0 && <Button type="button" variant="default" onClick={() => go(shown - 1)}>{t('form.section-back')}</Button>}
          {last ? (
            <Button type="submit" loading={busy} data-testid="submit-assessment">{submitText ?? t('assess.submit')}</Button>
          ) : (
            <Button type="submit" data-testid="next-section">{t('form.section-next')}</Button>
          )}
        </Group>
      </form>
    </FormViewContext>
  );
}

function wrong(form: OpenForm, node: FormNode): boolean {
  if (form.unreadable.has(node)) return true;
  const state = node.validationState;
  if ('violation' in state) return state.violation !== null;
  return state.violations.length > 0;
}

function sectionWrong(form: OpenForm, section: Section): boolean {
  return section.nodes.some((node) => wrong(form, node));
}

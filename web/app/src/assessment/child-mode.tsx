import { Button, Modal, Progress, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useLanguage } from '../i18n/language-provider.tsx';
import { LANGUAGES, LANGUAGE_NAMES } from '../i18n/languages.ts';
import { useTexts } from '../i18n/text.ts';
import { focusFirstInvalid } from '../ui/form.ts';
import { childSteps } from './child-steps.ts';
import { valueOf, type FormNode, type OpenForm } from './engine.ts';
import { FormViewContext } from './form-view.ts';
import { latinDigits } from './input-widgets.tsx';
import { useForm } from './xform.tsx';
import { XFormNode } from './xform-node.tsx';
import classes from './child-mode.module.css';

interface Props {
  form: OpenForm;
  /** The digits that the worker chose before giving the device away. */
  digits: string;
  /** When this grows the questions give way to the cover. */
  pauseAt: number;
  /** The answers are to be kept now: the child stopped or came to the end. */
  onPause: () => void;
  /** The worker has the device again. */
  onReturned: () => void;
}

/**
 * The child answers alone: one question at a time over the whole screen, nothing of the case, nobody else's answers.
 * One button hides everything at once; behind it only the worker's digits lead on.
 */
export function ChildMode({ form, digits, pauseAt, onPause, onReturned }: Props) {
  const { t, language } = useTexts();
  const { choose } = useLanguage();
  const [workers] = useState(language);
  const [hidden, setHidden] = useState<'stopped' | 'finished'>();
  const latestPause = useRef(onPause);
  latestPause.current = onPause;
  const hide = (why: 'stopped' | 'finished') => {
    setHidden(why);
    onPause();
  };
  useNoWayBack(() => hide('stopped'));
  const [began] = useState(pauseAt);
  useEffect(() => {
    if (pauseAt > began) {
      setHidden((before) => before ?? 'stopped');
      latestPause.current();
    }
  }, [pauseAt, began]);
  return (
    <Modal
      opened
      onClose={() => hide('stopped')}
      fullScreen
      withCloseButton={false}
      closeOnEscape={hidden === undefined}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      padding="md"
      zIndex={400}
      attributes={{ content: { 'data-testid': 'child-mode', 'aria-label': t('child-mode.label') } }}
    >
      {hidden === undefined ? (
        <Questions form={form} onStop={() => hide('stopped')} onFinished={() => hide('finished')} />
      ) : (
        <Cover why={hidden} digits={digits} onOpen={() => void choose(workers).then(onReturned)} />
      )}
    </Modal>
  );
}

/** The browser's way back leads to the cover, never to the case. */
function useNoWayBack(hide: () => void): void {
  const latest = useRef(hide);
  latest.current = hide;
  useEffect(() => {
    const title = document.title;
    document.title = '…';
    window.history.pushState(window.history.state, '');
    const back = () => {
      window.history.pushState(window.history.state, '');
      latest.current();
    };
    window.addEventListener('popstate', back);
    return () => {
      window.removeEventListener('popstate', back);
      document.title = title;
    };
  }, []);
}

function Questions({ form, onStop, onFinished }: { form: OpenForm; onStop: () => void; onFinished: () => void }) {
  const { t, language } = useTexts();
  const { choose } = useLanguage();
  const [at, setAt] = useState<string>();
  const [checked, setChecked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const view = useMemo(() => ({ form, checked }), [form, checked]);
  useForm(form);
  const steps = childSteps(form.root);
  // An answer may change what comes later, never what comes before.
  const index = Math.max(steps.findIndex((step) => step.nodeId === at), 0);
  const step = steps[index];
  useFocusOnStep(box, step?.nodeId);
  if (step === undefined) return <Cover why="finished" digits="" onOpen={onFinished} />;
  const go = (to: number) => {
    setChecked(false);
    setAt(steps[to]?.nodeId);
  };
  const next = () => {
    if (isWrong(form, step)) {
      setChecked(true);
      requestAnimationFrame(() => focusFirstInvalid(box.current as unknown as HTMLFormElement));
    } else if (index === steps.length - 1) onFinished();
    else go(index + 1);
  };
  const skips = step.nodeType !== 'note' && valueOf(step) === '' && !step.currentState.required;
  return (
    <FormViewContext value={view}>
      <div className={classes['page']} lang={language}>
        <div className={classes['top']}>
          <div className={classes['languages']} role="group" aria-label={t('shell.language')}>
            {LANGUAGES.map((one) => (
              <Button key={one} variant={one === language ? 'filled' : 'default'} aria-pressed={one === language} lang={one} onClick={() => void choose(one)}>
                {LANGUAGE_NAMES[one]}
              </Button>
            ))}
          </div>
          <Button variant="default" size="md" onClick={onStop} data-testid="child-stop">{t('child-mode.stop')}</Button>
        </div>
        <Progress.Root size="md">
          <Progress.Section value={(100 * (index + 1)) / steps.length} aria-label={t('child-mode.step', { step: index + 1, steps: steps.length })} />
        </Progress.Root>
        <div ref={box} className={classes['question']} tabIndex={-1} data-testid="child-question" data-step={index + 1} data-steps={steps.length}>
          <XFormNode key={step.nodeId} node={step} />
        </div>
        <div className={classes['bottom']}>
          <Button variant="default" size="lg" disabled={index === 0} onClick={() => go(index - 1)} data-testid="child-back">{t('child-mode.back')}</Button>
          <Button size="lg" onClick={next} data-testid="child-next">
            {t(index === steps.length - 1 ? 'child-mode.finish' : skips ? 'child-mode.skip' : 'child-mode.next')}
          </Button>
        </div>
      </div>
    </FormViewContext>
  );
}

function isWrong(form: OpenForm, node: FormNode): boolean {
  if (form.unreadable.has(node)) return true;
  const state = node.validationState;
  return 'violation' in state ? state.violation !== null : state.violations.length > 0;
}

function useFocusOnStep(box: RefObject<HTMLDivElement | null>, step: string | undefined): void {
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [box, step]);
}

interface CoverProps {
  why: 'stopped' | 'finished';
  digits: string;
  onOpen: () => void;
}

/** Says nothing of what was asked or answered. */
function Cover({ why, digits, onOpen }: CoverProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <form
      className={classes['cover']}
      data-testid="child-cover"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (latinDigits(typed).trim() === digits) onOpen();
        else {
          setTyped('');
          setWrong(true);
        }
      }}
    >
      <Title order={1} size="h2" tabIndex={-1} ref={top}>{t(why === 'finished' ? 'child-mode.thanks' : 'child-mode.paused')}</Title>
      <Text size="lg">{t('child-mode.give-back')}</Text>
      <TextInput
        label={t('child-mode.digits')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={wrong ? t('child-mode.wrong-digits') : undefined}
        inputMode="numeric"
        autoComplete="off"
        type="password"
        dir="ltr"
        className="hifazat-ltr-input"
        data-testid="child-digits"
      />
      <Button type="submit" size="lg" data-testid="child-return">{t('child-mode.return')}</Button>
    </form>
  );
}

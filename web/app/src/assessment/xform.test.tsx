// @vitest-environment jsdom
// The engine needs a browser's XML and XPath documents, which happy-dom lacks.
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { QueryClient } from '@tanstack/react-query';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Surroundings } from '../app.tsx';
import { pageTexts } from '../test/page-texts.ts';
import type { Language } from '../i18n/languages.ts';
import { conductedAt } from './conducted-at.ts';
import { openForm, submissionOf, violations } from './engine.ts';
import { XForm } from './xform.tsx';

/** Each time a question with choices is drawn. */
const draws = vi.hoisted(() => vi.fn<(question: string) => void>());
vi.mock('./select-widgets.tsx', async (original) => {
  const real = await original<typeof import('./select-widgets.tsx')>();
  const ChooseOne: typeof real.ChooseOne = (props) => {
    draws(props.node.currentState.reference.split('/').at(-1) ?? '');
    return real.ChooseOne(props);
  };
  return { ...real, ChooseOne };
});

/** The published risk matrix itself: what the service scores is what the page must be able to show. */
const RISK_MATRIX = readFileSync(
  resolve(process.cwd(), '../../assessment-service/src/main/resources/instruments/kp-risk-matrix/1/form.xml'),
  'utf8',
);

beforeAll(() => {
  // The engine reads its answers back as files; jsdom's files cannot be read as text.
  Blob.prototype.text ??= function text(this: Blob) {
    return new Promise((done, failed) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result));
      reader.onerror = () => failed(reader.error ?? new Error('unreadable'));
      reader.readAsText(this);
    });
  };
});

async function shown(language: Language = 'en') {
  const onSend = vi.fn();
  render(
    <Surroundings queries={new QueryClient()} i18n={await pageTexts(language)}>
      <XForm xml={RISK_MATRIX} busy={false} onSend={onSend} />
    </Surroundings>,
  );
  await screen.findByTestId('submit-assessment');
  return { onSend, user: userEvent.setup() };
}

const question = (name: string) => within(screen.getByTestId(`question-${name}`));

describe('the risk matrix in the browser', () => {
  it('computes the score while the answers are given, draws no question for what is typed or chosen in another, and sends XML', async () => {
    const { onSend, user } = await shown();
    draws.mockClear();
    await user.type(screen.getByTestId('question-conducted_on'), '2026-11-20');
    expect(draws).not.toHaveBeenCalled();
    await user.click(question('child_seen').getByLabelText('Yes, and spoken to alone'));
    expect(question('child_seen').getByLabelText('Yes, and spoken to alone')).toBeChecked();
    expect(new Set(draws.mock.calls.flat())).toEqual(new Set(['child_seen']));
    await user.click(question('red_flags').getByLabelText('None of these'));
    await user.click(question('likelihood').getByLabelText('2 – Likely'));
    await user.click(question('severity').getByLabelText('3 – Severe or cannot be undone'));
    expect(await screen.findByTestId('note-harm_score')).toHaveTextContent('6');
    await user.click(question('factors').getByLabelText('The child stays in a safe place'));
    await user.click((await screen.findByLabelText('1 – Somewhat')));
    await user.type(await screen.findByTestId('question-evidence'), 'The aunt keeps her safe.');
    await waitFor(() => expect(screen.getByTestId('note-score')).toHaveTextContent('5'));
    expect(screen.getByTestId('note-note_high')).toHaveTextContent('within 24 hours');
    await user.click(screen.getByTestId('submit-assessment'));
    await waitFor(() => expect(onSend).toHaveBeenCalledOnce());
    const [xml, day] = onSend.mock.calls[0] as [string, string];
    expect(xml).toContain('<likelihood>2</likelihood>');
    expect(xml).toContain('<score>5</score>');
    expect(day).toBe('2026-11-20');
  });

  it('asks only what matters: no credit without a protective factor', async () => {
    const { user } = await shown();
    expect(screen.queryByTestId('question-credit')).toBeNull();
    await user.click(question('factors').getByLabelText('The child stays in a safe place'));
    expect(await screen.findByTestId('question-credit')).toBeVisible();
    await user.click(question('factors').getByLabelText('The child stays in a safe place'));
    await waitFor(() => expect(screen.queryByTestId('question-credit')).toBeNull());
  });

  it('refuses a red flag together with none, in the words of the form', async () => {
    const { user } = await shown();
    await user.click(question('red_flags').getByLabelText('None of these'));
    await user.click(question('red_flags').getByLabelText('The child is about to be married'));
    expect(await screen.findByText(/cannot be chosen together with a red flag/)).toBeVisible();
  });

  it('is not sent while answers are missing, and leads to the first of them', async () => {
    const { onSend, user } = await shown();
    await user.click(screen.getByTestId('submit-assessment'));
    expect(await screen.findByTestId('form-violations')).toHaveTextContent('need another look');
    await waitFor(() => expect(screen.getByTestId('question-conducted_on')).toHaveFocus());
    expect(onSend).not.toHaveBeenCalled();
  });

  it('speaks the reader’s language', async () => {
    await shown('ur');
    expect(screen.getByText('کیا بچے کو دیکھا گیا؟')).toBeVisible();
    expect(screen.getByText('خطرے کی علامات')).toBeVisible();
  });
});

describe('the engine', () => {
  it('makes no submission of an incomplete form', async () => {
    const { root } = await openForm(RISK_MATRIX, 'en');
    expect(violations(root).length).toBeGreaterThan(3);
    expect(await submissionOf(root)).toBeUndefined();
  });

  it('does not open what is not a form', async () => {
    await expect(openForm('<html/>', 'en')).rejects.toThrow();
  });
});

describe('when it was conducted', () => {
  const now = new Date('2026-11-21T10:00:00Z');

  it('is now for today and noon in Karachi for an earlier day', () => {
    expect(conductedAt('2026-11-21', now)).toBe('2026-11-21T10:00:00.000Z');
    expect(conductedAt('2026-11-20', now)).toBe('2026-11-20T07:00:00.000Z');
  });

  it('is never in the future, whatever the form says', () => {
    expect(conductedAt('2099-01-01', now)).toBe('2026-11-21T10:00:00.000Z');
    expect(conductedAt(undefined, now)).toBe('2026-11-21T10:00:00.000Z');
  });
});

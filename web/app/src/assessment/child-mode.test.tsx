// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QueryClient } from '@tanstack/react-query';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Surroundings } from '../app.tsx';
import { pageTexts } from '../test/page-texts.ts';
import { LANGUAGES, type Language } from '../i18n/languages.ts';
import { barriers, readableFiles } from '../test/engine.ts';
import { EVERY_CONTROL } from '../test/every-control.ts';
import { draftOf, openForm } from './engine.ts';
import { HandOver } from './hand-over.tsx';
import { answersIn } from './instance.ts';

beforeAll(readableFiles);

async function handedOver(language: Language = 'en') {
  const form = await openForm(EVERY_CONTROL, language);
  const onPause = vi.fn();
  render(
    <Surroundings queries={new QueryClient()} i18n={await pageTexts(language)}>
      <HandOver form={form} onPause={onPause} />
    </Surroundings>,
  );
  const user = userEvent.setup();
  await user.type(screen.getByTestId('choose-digits'), '2718');
  await user.click(screen.getByTestId('give-device'));
  await screen.findByTestId('child-question');
  return { user, form, onPause, answers: () => answersIn(draftOf(form.root)) };
}

const question = () => screen.getByTestId('child-question');

describe('a child who answers alone', () => {
  it('sees one question at a time, nothing of the worker’s part and nothing of the result', async () => {
    const { user } = await handedOver();
    const seen: string[] = [];
    while (screen.queryByTestId('child-question') !== null) {
      const shown = question();
      seen.push(...within(shown).queryAllByTestId(/^(question|note|repeat)-/).map((one) => String(one.dataset['testid'])));
      const good = within(shown).queryByLabelText('Good');
      if (good !== null) await user.click(good);
      await user.click(screen.getByTestId('child-next'));
    }
    expect(seen).toEqual([
      'note-about', 'question-one', 'question-some', 'question-years', 'question-weight', 'question-words',
      'question-scale', 'question-school', 'repeat-person', 'question-read',
    ]);
    expect(screen.getByTestId('child-cover')).toHaveTextContent('Thank you!');
  });

  it('may leave a question open, but not one that is needed', async () => {
    const { user } = await handedOver();
    await user.click(screen.getByTestId('child-next'));
    expect(screen.getByTestId('child-next')).toHaveTextContent('Next');
    await user.click(screen.getByTestId('child-next'));
    expect(await screen.findByText('This is needed')).toBeVisible();
    await user.click(within(question()).getByLabelText('Bad'));
    await user.click(screen.getByTestId('child-next'));
    expect(screen.getByTestId('child-next')).toHaveTextContent('I do not want to answer');
  });

  it('hides everything at once, and only the worker’s digits lead back; the answers are kept', async () => {
    const { user, onPause, answers } = await handedOver();
    await user.click(screen.getByTestId('child-next'));
    await user.click(within(question()).getByLabelText('Bad'));
    await user.click(screen.getByTestId('child-stop'));
    expect(onPause).toHaveBeenCalledOnce();
    const cover = screen.getByTestId('child-cover');
    expect(document.body).not.toHaveTextContent('Bad');
    await user.type(within(cover).getByTestId('child-digits'), '1111');
    await user.click(within(cover).getByTestId('child-return'));
    expect(await screen.findByText('These are not the digits')).toBeVisible();
    await user.type(within(cover).getByTestId('child-digits'), '2718');
    await user.click(within(cover).getByTestId('child-return'));
    await waitFor(() => expect(screen.queryByTestId('child-mode')).toBeNull());
    expect(answers()).toMatchObject({ '/data/one': 'bad' });
  });

  it('finds the cover, not the case, on the browser’s way back', async () => {
    await handedOver();
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(await screen.findByTestId('child-cover')).toBeVisible();
    expect(document.title).toBe('…');
  });

  it('cannot be given the device without four digits', async () => {
    const form = await openForm(EVERY_CONTROL, 'en');
    render(
      <Surroundings queries={new QueryClient()} i18n={await pageTexts('en')}>
        <HandOver form={form} onPause={() => {}} />
      </Surroundings>,
    );
    const user = userEvent.setup();
    await user.type(screen.getByTestId('choose-digits'), '12');
    await user.click(screen.getByTestId('give-device'));
    expect(await screen.findByText('Exactly four digits')).toBeVisible();
    expect(screen.queryByTestId('child-question')).toBeNull();
  });

  it.each(LANGUAGES)('can be anybody, in %s', async (language) => {
    const { user } = await handedOver(language);
    await user.click(screen.getByTestId('child-next'));
    expect(await barriers()).toEqual([]);
    await user.click(screen.getByTestId('child-stop'));
    await screen.findByTestId('child-cover');
    expect(await barriers()).toEqual([]);
  });
});

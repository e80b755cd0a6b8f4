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
import { draftOf, evaluate, openForm, progressOf } from './engine.ts';
import { answersIn, fill, modelIn } from './instance.ts';
import { XForm } from './xform.tsx';

beforeAll(readableFiles);

async function shown(language: Language = 'en') {
  const onSend = vi.fn();
  render(
    <Surroundings queries={new QueryClient()} i18n={await pageTexts(language)}>
      <XForm xml={EVERY_CONTROL} busy={false} onSend={onSend} />
    </Surroundings>,
  );
  await screen.findByTestId('submit-assessment');
  const user = userEvent.setup();
  const send = async () => {
    await user.click(screen.getByTestId('submit-assessment'));
    await waitFor(() => expect(onSend).toHaveBeenCalled());
    return answersIn(onSend.mock.calls.at(-1)?.[0] as string);
  };
  return { onSend, user, send };
}

const choose = (name: string, label: string) => within(screen.getByTestId(`question-${name}`)).getByLabelText(label);

describe('every kind of question', () => {
  it('is answered with a widget of its own', async () => {
    const { user, send } = await shown();
    await user.click(choose('one', 'Bad'));
    await user.click(choose('some', 'Mother'));
    await user.click(choose('some', 'Brother'));
    await user.type(screen.getByTestId('question-years'), '12');
    await user.type(screen.getByTestId('question-weight'), '31.5');
    await user.type(screen.getByTestId('question-words'), 'I like drawing.');
    await user.click(choose('scale', '7'));
    await user.selectOptions(screen.getByTestId('question-school'), 'No');
    await user.type(await screen.findByTestId('question-why'), 'Too far');
    await user.click(screen.getByTestId('question-read'));
    expect(screen.getByTestId('note-score')).toHaveTextContent('9');
    expect(await send()).toMatchObject({
      '/data/one': 'bad',
      '/data/some': 'mother brother',
      '/data/years': '12',
      '/data/weight': '31.5',
      '/data/words': 'I like drawing.',
      '/data/scale': '7',
      '/data/home/school': 'no',
      '/data/home/why': 'Too far',
      '/data/read': 'OK',
      '/data/result/score': '9',
      '/data/result/band': 'high',
    });
  });

  it('is asked once more for each person, and a person can be taken out again', async () => {
    const { user, send } = await shown();
    const people = screen.getByTestId('repeat-person');
    for (const name of ['Aunt', 'Uncle', 'Cousin']) {
      await user.click(screen.getByTestId('add-person'));
      await waitFor(() => expect(document.activeElement).toHaveValue(''));
      await user.keyboard(name);
    }
    await user.click(within(people).getAllByTestId('remove-person')[1] as HTMLElement);
    await user.click(choose('one', 'Good'));
    expect(await send()).toMatchObject({ '/data/person/name': 'Aunt', '/data/person[2]/name': 'Cousin' });
  });

  it('can be left open again where it need not be answered', async () => {
    const { user, send } = await shown();
    await user.click(choose('one', 'Bad'));
    await user.click(choose('scale', '10'));
    expect(screen.queryByTestId('take-back-one')).toBeNull();
    await user.click(screen.getByTestId('take-back-scale'));
    expect(await send()).not.toHaveProperty('/data/scale');
  });

  it('takes digits as they are written in Urdu and Pashto', async () => {
    const { user, send } = await shown('ps');
    await user.click(choose('one', 'ښه'));
    await user.type(screen.getByTestId('question-years'), '۱۲');
    await user.type(screen.getByTestId('question-weight'), '٣١٫٥');
    expect(await send()).toMatchObject({ '/data/years': '12', '/data/weight': '31.5' });
  });

  it('never sends what is not a number as no answer', async () => {
    const { user, onSend } = await shown();
    await user.click(choose('one', 'Good'));
    await user.type(screen.getByTestId('question-years'), '12a');
    await user.click(screen.getByTestId('submit-assessment'));
    expect(await screen.findByText('Not in a form that can be right')).toBeVisible();
    expect(screen.getByTestId('form-violations')).toHaveTextContent('1 answer needs');
    expect(onSend).not.toHaveBeenCalled();
  });

  it('says in the form’s own words which rule is broken', async () => {
    const { user, onSend } = await shown('ur');
    await user.click(choose('one', 'اچھا'));
    await user.type(screen.getByTestId('question-years'), '18');
    await user.tab();
    expect(await screen.findByText('0 سے 17 تک')).toBeVisible();
    await user.click(screen.getByTestId('submit-assessment'));
    expect(onSend).not.toHaveBeenCalled();
  });

  it.each(LANGUAGES)('can be used by everybody in %s', async (language) => {
    const { user } = await shown(language);
    await user.click(screen.getByTestId('submit-assessment'));
    await screen.findByTestId('form-violations');
    expect(await barriers()).toEqual([]);
  });
});

describe('the progress', () => {
  it('counts the answered among those that are asked now', async () => {
    const { user } = await shown();
    const asked = () => Number(screen.getByTestId('form-progress').dataset['asked']);
    const before = asked();
    await user.selectOptions(screen.getByTestId('question-school'), 'No');
    expect(asked()).toBe(before + 1);
    expect(screen.getByTestId('form-progress')).toHaveTextContent(`1 of ${before + 1} questions answered`);
  });
});

describe('answers that were kept', () => {
  it('are there again, people and all, and the sum is made anew', async () => {
    const first = await openForm(EVERY_CONTROL, 'en');
    const blank = draftOf(first.root);
    const kept = fill(blank, { '/data/one': 'bad', '/data/scale': '4', '/data/person/name': 'Aunt', '/data/person[2]/name': 'Uncle', '/data/result/score': '99' }, modelIn(EVERY_CONTROL));
    const again = await openForm(EVERY_CONTROL, 'ur', kept);
    expect(answersIn(draftOf(again.root))).toMatchObject({ '/data/one': 'bad', '/data/person[2]/name': 'Uncle', '/data/result/score': '6' });
    expect(progressOf(again.root).answered).toBe(4);
  });

  it('are refused when they are of no form', () => {
    expect(() => fill('<data><one/></data>', { '/data/other': '1' })).toThrow('no such node: /data/other');
    expect(() => answersIn('not xml')).toThrow('not an instance');
  });
});

describe('sets of answers', () => {
  it('come to the same in every language, and name what breaks a rule', async () => {
    const [[en, ur, ps] = [], [broken] = []] = await evaluate(
      EVERY_CONTROL,
      [{ '/data/one': 'bad', '/data/scale': '3', '/data/home/school': 'no', '/data/home/why': 'Too far', '/data/person/name': 'Aunt' }, { '/data/one': 'good', '/data/years': '40' }],
      LANGUAGES,
    );
    expect(en).toEqual({ values: expect.objectContaining({ '/data/result/score': '5', '/data/result/band': 'low' }), violations: [] });
    expect([ur, ps]).toEqual([en, en]);
    expect(broken?.violations).toEqual(['/data/years']);
  });
});

// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/languages.ts';
import { barriers, readableFiles } from '../test/engine.ts';
import { EVERY_CONTROL } from '../test/every-control.ts';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const named = (en: string, ur: string, ps: string) => ({ en, ur, ps });
const ENTRY = {
  id: 'every-control', version: '1', state: 'draft', origin: 'uploaded', etag: '"3"', title: named('Invented screen', 'فرضی جانچ', 'جوړه شوې پلټنه'),
  purpose: 'depression', translations: { en: 'original', ur: 'working', ps: 'working' }, ages: { fromMonths: 132, toMonths: 215 },
  respondent: 'child', administration: 'clinical', licence: { id: 'own', permits: 'free' },
};
const VERSION = {
  entry: ENTRY,
  scoring: { min: 0, max: 12, bands: [{ code: 'low', from: 0, to: 5, label: named('Low', 'کم', 'ټیټ') }, { code: 'high', from: 6, to: 12, label: named('High', 'زیادہ', 'لوړ') }], scales: [] },
  screeningOnly: true,
  golden: [{ answers: { '/data/one': 'bad', '/data/scale': '7' }, expected: { name: 'nine', valid: true, score: 9, band: 'high' } }],
  findings: [{ place: '/data/one', code: 'label-missing', detail: '' }],
};
const ROOT = '/api/assessments/v1/catalogue/instruments';
const ONE = `${ROOT}/every-control/versions/1`;

beforeAll(readableFiles);

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('commission-admin')
    .on(`GET ${ROOT}`, { body: { items: [ENTRY, { ...ENTRY, version: '2', state: 'awaiting-wording' }] } })
    .on(`GET ${ONE}`, { body: VERSION })
    .on(`GET ${ONE}/form`, { text: EVERY_CONTROL });
});

const version = (more: object, entry: object = {}) => ({ body: { ...VERSION, ...more, entry: { ...ENTRY, ...entry } } });

describe('the catalogue', () => {
  it.each(LANGUAGES)('lists every version and its state, without a raw code, in %s', async (language) => {
    await open('/catalogue', language);
    const list = await screen.findByTestId('catalogue');
    await waitFor(() => expect(within(list).getAllByTestId('catalogue-entry')).toHaveLength(2));
    if (language !== 'en') expect(list.textContent).not.toMatch(/[a-z]{3,}/);
    expect(await barriers()).toEqual([]);
  });

  it('takes an instrument’s three files, and says what is wrong with them', async () => {
    server.on(`POST ${ROOT}`, problem(422, 'instrument-unreadable', [{ pointer: '/golden', code: 'unreadable' }]));
    const { user, container } = await open('/catalogue');
    await screen.findByTestId('files-form');
    await user.click(screen.getByTestId('send-files'));
    expect(server.changes()).toEqual([]);
    const inputs = container.querySelectorAll<HTMLInputElement>('input[type=file]');
    for (const [i, text] of ['<form/>', '{}', '[]'].entries()) await user.upload(inputs[i] as HTMLInputElement, new File([text], 'f', { type: i === 0 ? 'text/xml' : 'application/json' }));
    await user.click(screen.getByTestId('send-files'));
    await waitFor(() => expect(server.changes()[0]?.body).toEqual({ form: '<form/>', descriptor: '{}', golden: '[]' }));
    expect(await screen.findByText(/The file cannot be read/)).toBeVisible();
  });
});

describe('a version', () => {
  it('is checked with what this browser’s engine makes of the golden answers', async () => {
    server.on(`POST ${ONE}/checking`, version({ findings: [] }, { state: 'checked' }));
    const { user } = await open('/catalogue/every-control/1');
    expect(await screen.findByTestId('finding')).toHaveTextContent('A question without words');
    await user.click(screen.getByTestId('check-instrument'));
    await waitFor(() => expect(server.changes()[0]?.body).toEqual({ results: [{ name: 'nine', valid: true, score: 9, band: 'high' }] }));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"3"');
  });

  it('is published only once it is checked, and retired only with a reason', async () => {
    server.on(`GET ${ONE}`, version({ findings: [] }, { state: 'checked' })).on(`POST ${ONE}/publication`, version({}, { state: 'published' }));
    const { user } = await open('/catalogue/every-control/1');
    await screen.findByTestId('publish-instrument');
    server.on(`GET ${ONE}`, version({ findings: [] }, { state: 'published', etag: '"4"' })).on(`POST ${ONE}/retirement`, version({}, { state: 'retired' }));
    await user.click(screen.getByTestId('publish-instrument'));
    await user.click(await screen.findByTestId('retire-instrument'));
    await user.click(screen.getByTestId('retire-form-send'));
    expect(server.changes()).toHaveLength(1);
    await user.type(screen.getByLabelText(/Why is it retired/), 'A better one is there');
    await user.click(screen.getByTestId('retire-form-send'));
    await waitFor(() => expect(server.changes()[1]?.body).toEqual({ reason: 'A better one is there' }));
  });

  it('under a licence takes its wording only after its terms are accepted', async () => {
    const licence = { id: 'held', permits: 'terms', terms: named('Do not change the words.', 'الفاظ نہ بدلیں۔', 'ټکي مه بدلوئ.') };
    const waits = { state: 'awaiting-wording', origin: 'shipped', licence };
    server.on(`GET ${ONE}`, version({ termsHash: 'a'.repeat(64) }, waits)).on(`POST ${ONE}/terms-acceptance`, version({}, waits));
    const { user, container } = await open('/catalogue/every-control/1');
    expect(await screen.findByText('Do not change the words.')).toBeVisible();
    expect(screen.queryByTestId('load-wording')).toBeNull();
    await user.type(screen.getByLabelText(/For which organisation/), 'The Commission');
    server.on(`GET ${ONE}`, version({ termsHash: 'a'.repeat(64), accepted: { organisation: 'The Commission', acceptedBy: 's1', acceptedAt: '2026-11-20T07:00:00Z' } }, waits));
    await user.click(screen.getByTestId('accept-terms'));
    await waitFor(() => expect(server.changes()[0]?.body).toEqual({ termsHash: 'a'.repeat(64), organisation: 'The Commission' }));
    await screen.findByTestId('load-wording');
    server.on(`POST ${ONE}/wording`, version({}, { state: 'draft' }));
    await user.upload(container.querySelector('[data-testid=wording] input[type=file]') as HTMLInputElement, new File(['{"texts":{}}'], 'w.json', { type: 'application/json' }));
    await user.click(screen.getByTestId('load-wording'));
    await waitFor(() => expect(server.changes()[1]?.body).toEqual({ texts: {} }));
  });

  it('is tried out without anything being sent', async () => {
    const { user } = await open('/catalogue/every-control/1');
    await user.click(await screen.findByTestId('try-form'));
    await user.click(within(await screen.findByTestId('question-one')).getByLabelText('Bad'));
    await user.click(within(screen.getByTestId('question-scale')).getByLabelText('7'));
    await user.click(screen.getByTestId('submit-assessment'));
    expect(await screen.findByTestId('tried')).toHaveAttribute('data-band', 'high');
    expect(server.changes()).toEqual([]);
  });

  it.each(LANGUAGES)('can be read by everybody in %s', async (language) => {
    await open('/catalogue/every-control/1', language);
    await screen.findByTestId('finding');
    expect(await barriers()).toEqual([]);
  });
});

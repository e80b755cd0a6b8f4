import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../i18n/languages.ts';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';
import type { Duplicate } from './types.ts';

const PAIR: Duplicate = {
  id: 'pair-1',
  zone: 'likely',
  chance: 0.97,
  weight: 21.3,
  state: 'open',
  foundAt: '2026-11-20T08:00:00Z',
  one: {
    caseId: 'case-1', caseNumber: 'KP-2026-000001', unitId: 'unit-1', districtCode: 'peshawar', withinReach: true, closed: false,
    sex: 'female', ageBand: '6-11', displayName: 'Zarghuna',
    child: { givenName: 'Zarghuna', fatherName: 'Sher Khan', birthYear: 2016, ageBasis: 'stated' },
  },
  other: {
    caseNumber: 'KP-2026-000777', unitId: 'unit-2', districtCode: 'swat', withinReach: false, closed: false, sex: 'female', ageBand: '6-11',
  },
  parts: [
    { field: 'given-name', level: 'sounds-the-same', weight: 10.4, oneIn: 1200 },
    { field: 'birth', level: 'estimates-one-year-apart', weight: 1.8, oneIn: 0 },
    { field: 'phone', level: 'not-known', weight: 0, oneIn: 0 },
    { field: 'district', level: 'different', weight: -2.2, oneIn: 0 },
  ],
  decisions: [],
  merges: [],
};
const PROPOSED: Duplicate = {
  ...PAIR,
  state: 'same',
  merges: [{ id: 'merge-1', state: 'proposed', keeps: 'one', taken: ['names'], proposedBy: 's2', proposedUnitId: 'unit-1', proposedAt: '2026-11-20T09:00:00Z', version: 0 }],
};

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .as('supervisor')
    .on('GET /api/cases/v1/duplicates', { body: { items: [PAIR] } })
    .on('GET /api/cases/v1/duplicates/pair-1', { body: PAIR, headers: { etag: '"v3"' } });
});

describe('children who may be registered twice', () => {
  it('are listed with what each side may show', async () => {
    await open('/duplicates');
    const line = await screen.findByTestId('duplicate');
    expect(line).toHaveTextContent('Probably one child');
    expect(line).toHaveTextContent('Zarghuna');
    expect(line).toHaveTextContent('KP-2026-000777');
    expect(within(line).getByRole('link')).toHaveAttribute('href', '/duplicates/pair-1');
  });

  it('are compared part by part, in words', async () => {
    await open('/duplicates/pair-1');
    const parts = await screen.findAllByTestId('part');
    expect(parts.map((part) => part.dataset['field'])).toEqual(['given-name', 'birth', 'district']);
    expect(parts[0]).toHaveTextContent('Sounds the same, spelled otherwise. About one child in 1,200 here has it.');
    expect(parts[0]).toHaveTextContent('+10.4');
    expect(parts[2]).toHaveTextContent('Speaks against it: -2.2');
    expect(screen.getByTestId('comparison')).toHaveTextContent('Held by another unit');
    expect(screen.getByTestId('total')).toHaveTextContent('97 in 100');
  });

  it('are decided on with the version that was read', async () => {
    server.on('POST /api/cases/v1/duplicates/pair-1/decisions', { body: { ...PAIR, state: 'different' } });
    const { user } = await open('/duplicates/pair-1');
    await user.click(await screen.findByTestId('decide-different'));
    await waitFor(() => expect(server.changes()).toHaveLength(1));
    const sent = server.changes()[0];
    expect(sent?.headers.get('If-Match')).toBe('"v3"');
    expect(sent?.body).toMatchObject({ decision: 'different' });
  });

  it('are decided on by whoever is quicker, and the other sees both decisions', async () => {
    server.on('POST /api/cases/v1/duplicates/pair-1/merges', problem(412, 'stale'));
    const { user } = await open('/duplicates/pair-1');
    await user.click((await screen.findAllByRole('radio', { name: /KP-2026-000001/ }))[0]!);
    const theirs = { ...PAIR, state: 'different', decisions: [{ decision: 'different', decidedBy: 's2', unitId: 'unit-1', happenedAt: '2026-11-21T08:00:00Z' }] };
    server.on('GET /api/cases/v1/duplicates/pair-1', { body: theirs, headers: { etag: '"v4"' } });
    await user.click(screen.getByTestId('propose'));
    const notice = await screen.findByTestId('overtaken');
    expect(notice).toHaveTextContent(/KP-2026-000001/);
    server.on('POST /api/cases/v1/duplicates/pair-1/merges', { status: 201, body: { id: 'merge-1' } });
    await user.click(screen.getByTestId('keep-mine'));
    await user.click(screen.getByTestId('propose'));
    await waitFor(() => expect(server.changes().map((one) => one.headers.get('If-Match'))).toEqual(['"v3"', '"v4"']));
  });

  it('are proposed to be one only when it is said which case goes on', async () => {
    server.on('POST /api/cases/v1/duplicates/pair-1/merges', { status: 201, body: { id: 'merge-1' } });
    const { user } = await open('/duplicates/pair-1');
    expect(await screen.findByTestId('propose')).toBeDisabled();
    await user.click(screen.getByLabelText('KP-2026-000001'));
    server.on('GET /api/cases/v1/duplicates/pair-1', { body: PROPOSED, headers: { etag: '"v4"' } });
    await user.click(screen.getByTestId('propose'));
    expect(await screen.findByTestId('proposed')).toHaveTextContent('Case KP-2026-000001 goes on');
    expect(server.changes()[0]?.body).toMatchObject({ keep: 'one' });
    expect(server.changes()[0]?.headers.get('Idempotency-Key')).not.toBeNull();
  });

  it('are compared field by field by who reads both, and what is right is taken from either', async () => {
    const child = { id: 'c', names: { given: 'Zarghuna', script: 'latn' }, sex: 'female', birthYear: 2016, ageBasis: 'stated', ageYears: 10, ageBand: '6-11', languages: ['ps'], disabilities: [] };
    const both = { ...PAIR, other: { ...PAIR.one, caseId: 'case-2', caseNumber: 'KP-2026-000777', child: { ...PAIR.one.child!, givenName: 'زرغونہ' } } };
    server
      .on('GET /api/cases/v1/duplicates/pair-1', { body: both, headers: { etag: '"v3"' } })
      .on('GET /api/cases/v1/cases/case-1/child', { body: child })
      .on('GET /api/cases/v1/cases/case-2/child', { body: { ...child, names: { given: 'زرغونہ', script: 'arab' }, address: 'House 0' } })
      .on('POST /api/cases/v1/duplicates/pair-1/merges', { status: 201, body: { id: 'merge-1' } });
    const { user } = await open('/duplicates/pair-1');
    await user.click(await screen.findByLabelText('KP-2026-000001'));
    const parts = await screen.findAllByTestId('choose-part');
    expect(parts.map((part) => part.dataset['part'])).toEqual(['names', 'address']);
    await user.click(within(parts[0]!).getByLabelText('زرغونہ'));
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
    await user.click(screen.getByTestId('propose'));
    await waitFor(() => expect(server.changes()).toHaveLength(1));
    expect(server.changes()[0]?.body).toMatchObject({ keep: 'one', take: ['names'] });
  });

  it('say where a merged case goes on, and offer no second merge of it', async () => {
    const merged = { ...PAIR, other: { ...PAIR.other, closed: true, goesOnIn: 'KP-2026-000555' } };
    server.on('GET /api/cases/v1/duplicates/pair-1', { body: merged, headers: { etag: '"v3"' } });
    await open('/duplicates/pair-1');
    expect(await screen.findByTestId('goes-on')).toHaveTextContent('Merged; goes on in KP-2026-000555');
    expect(screen.queryByTestId('propose')).toBeNull();
    expect(screen.getByText(/went into another case already/)).toBeVisible();
  });

  it('offer no choice between the records to who reads only one of them', async () => {
    const { user } = await open('/duplicates/pair-1');
    await user.click(await screen.findByLabelText('KP-2026-000001'));
    expect(screen.queryByTestId('choose-parts')).toBeNull();
    expect(screen.getByTestId('propose')).toBeEnabled();
  });

  it('are merged by a second person, who is told when it has to be another', async () => {
    server.on('GET /api/cases/v1/duplicates/pair-1', { body: PROPOSED, headers: { etag: '"v4"' } });
    server.on('POST /api/cases/v1/merges/merge-1/confirmation', problem(409, 'merge-needs-the-other-unit'));
    const { user } = await open('/duplicates/pair-1');
    expect(await screen.findByTestId('taken')).toHaveTextContent('Names');
    await user.click(await screen.findByTestId('confirm'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('The supervisor of the other unit has to confirm.');
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v0"');
  });

  it('offer no confirmation to who proposed it, nor to a worker', async () => {
    const mine = { ...PROPOSED, merges: [{ ...PROPOSED.merges![0]!, proposedBy: 's1' }] };
    server.on('GET /api/cases/v1/duplicates/pair-1', { body: mine, headers: { etag: '"v4"' } });
    await open('/duplicates/pair-1');
    expect(await screen.findByText('Waiting for a second person')).toBeVisible();
    expect(screen.queryByTestId('confirm')).toBeNull();
    expect(screen.getByTestId('turn-down')).toHaveTextContent('Take the proposal back');
  });

  it.each<[Language, string]>([['en', '/duplicates'], ['ur', '/duplicates/pair-1'], ['ps', '/duplicates/pair-1']])(
    'have no barrier in %s on %s',
    async (language, path) => {
      await open(path, language);
      await screen.findByTestId(path === '/duplicates' ? 'duplicate' : 'comparison');
      const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
      expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
    },
  );
});

import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';
import { movesFor } from './moves.ts';

const name = (en: string) => ({ en, ur: en, ps: en });
const CODES = [
  { list: 'reason', code: 'legal-advice', states: [], textNeeded: false, name: name('Legal advice') },
  { list: 'status-reason', code: 'at-capacity', states: ['rejected', 'on-hold'], textNeeded: false, name: name('No capacity') },
  { list: 'status-reason', code: 'cannot-locate', states: ['on-hold'], textNeeded: false, name: name('Cannot be found') },
  { list: 'status-reason', code: 'other', states: ['rejected', 'on-hold'], textNeeded: true, name: name('Other') },
  { list: 'outcome', code: 'provided', states: [], textNeeded: false, name: name('The service was given') },
];
const LINE = {
  id: 'r1',
  category: 'legal-aid',
  status: 'requested',
  priority: 'high',
  reasonCode: 'legal-advice',
  authoredAt: '2026-11-20T10:00:00Z',
  respondBy: '2099-11-21T10:00:00Z',
  completeBy: '2099-11-23T10:00:00Z',
  acknowledged: false,
  claimed: false,
  mine: false,
  lastModified: '2026-11-20T10:00:00Z',
};
const REFERRAL = {
  ...LINE,
  serviceId: 'service-1',
  packet: {
    caseCode: 'PEW-2026-00001',
    ageBand: '12-14',
    sex: 'female',
    language: 'ps',
    safeContact: 'Aunt, mornings only',
    requestText: 'Please represent her.',
    items: [{ kind: 'incident-facts', level: 'service', text: 'It was at home.' }],
  },
  packetState: 'readable',
  history: [{ from: 'draft', to: 'requested', at: '2026-11-20T10:00:00Z', by: 'requester' }],
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('partner-worker', { staffId: undefined, displayName: 'Peshawar Legal Aid Centre' })
    .on('GET /api/partner/v1/referral-codes', { body: { items: CODES } })
    .on('GET /api/partner/v1/inbox', { body: { items: [] } })
    .on('GET /api/partner/v1/inbox?shelf=waiting&limit=25', { body: { items: [LINE] } })
    .on('GET /api/partner/v1/referrals/r1/messages', { body: { items: [] } })
    .on('GET /api/partner/v1/referrals/r1/feedback', { body: { scale: [], items: [] } })
    .on('GET /api/partner/v1/referrals/r1/returns', { body: { items: [] } })
    .on('GET /api/partner/v1/referrals/r1', { body: REFERRAL, headers: { etag: '"v1"' } })
    .on('GET /api/referrals/v1/hsds/services/service-1', { body: { id: 'service-1', name: 'Legal representation' } });
});

describe('the partner portal', () => {
  it('begins with what waits for an answer, and leads to one of them', async () => {
    const { user } = await open('/');
    const row = await screen.findByTestId('inbox-row');
    expect(row).toHaveTextContent('Not yet confirmed');
    await user.click(await within(row).findByRole('link', { name: /Legal advice/ }));
    const packet = await screen.findByTestId('packet');
    expect(packet).toHaveTextContent('PEW-2026-00001');
    expect(packet).toHaveTextContent('Facts of the incidentIt was at home.');
    expect(await screen.findByText('Legal representation')).toBeVisible();
    expect(document.title).not.toContain('PEW');
    expect(server.asked.filter((asked) => asked.path.startsWith('/api/cases'))).toEqual([]);
  });

  it('shows another shelf when it is asked for', async () => {
    const { user } = await open('/agency');
    await user.click(await screen.findByTestId('shelf-ended'));
    expect(await screen.findByText('No referral has ended yet.')).toBeVisible();
    expect(screen.getByTestId('shelf-ended')).toHaveAttribute('aria-pressed', 'true');
  });

  it('accepts in the version that was read, and shows what comes next', async () => {
    const accepted = { ...REFERRAL, status: 'accepted', acknowledgedAt: LINE.authoredAt, claim: { mine: true, at: LINE.authoredAt } };
    server.on('POST /api/partner/v1/referrals/r1/acceptance', { body: accepted, headers: { etag: '"v2"' } });
    const { user } = await open('/agency/r1');
    await user.click(await screen.findByTestId('move-acceptance'));
    await user.click(screen.getByTestId('send-move'));
    expect(await screen.findByTestId('moved')).toHaveTextContent('Accepted.');
    const [sent] = server.changes();
    expect(sent?.headers.get('If-Match')).toBe('"v1"');
    expect(Object.keys(sent?.body as object)).toEqual(['happenedAt']);
    expect(screen.getByTestId('move-completion')).toBeVisible();
    expect(screen.queryByTestId('move-acceptance')).toBeNull();
  });

  it('rejects with a reason of that step only, with words where the code says too little', async () => {
    server.on('POST /api/partner/v1/referrals/r1/rejection', { body: { ...REFERRAL, status: 'rejected', statusCode: 'other' }, headers: { etag: '"v2"' } });
    const { user } = await open('/agency/r1');
    await user.click(await screen.findByTestId('move-rejection'));
    const reason = screen.getByLabelText(/^Reason/);
    expect(within(reason).queryByText('Cannot be found')).toBeNull();
    await user.selectOptions(reason, 'other');
    await user.click(screen.getByTestId('send-move'));
    expect(server.changes()).toEqual([]);
    await user.type(screen.getByLabelText(/^In your own words/), 'The lawyer is a relative.');
    await user.click(screen.getByTestId('send-move'));
    await screen.findByTestId('moved');
    expect(server.changes()[0]?.body).toMatchObject({ reasonCode: 'other', reason: 'The lawyer is a relative.' });
    expect(screen.queryByTestId('next-step')).toBeNull();
  });

  it('keeps what was typed when the referral changed meanwhile, and sends it for the newer version', async () => {
    server.on('POST /api/partner/v1/referrals/r1/rejection', problem(412, 'stale'));
    const { user } = await open('/agency/r1');
    await user.click(await screen.findByTestId('move-rejection'));
    await user.selectOptions(screen.getByLabelText(/^Reason/), 'at-capacity');
    await user.click(screen.getByTestId('send-move'));
    server
      .on('GET /api/partner/v1/referrals/r1', { body: REFERRAL, headers: { etag: '"v3"' } })
      .on('POST /api/partner/v1/referrals/r1/rejection', { body: { ...REFERRAL, status: 'rejected' }, headers: { etag: '"v4"' } });
    await user.click(within(await screen.findByTestId('problem')).getByRole('button'));
    await user.click(await screen.findByTestId('keep-mine'));
    await user.click(screen.getByTestId('send-move'));
    await screen.findByTestId('moved');
    expect(server.changes().map((one) => one.headers.get('If-Match'))).toEqual(['"v1"', '"v3"']);
  });

  it('completes with an outcome and not without', async () => {
    server
      .on('GET /api/partner/v1/referrals/r1', { body: { ...REFERRAL, status: 'in-progress' }, headers: { etag: '"v5"' } })
      .on('POST /api/partner/v1/referrals/r1/completion', { body: { ...REFERRAL, status: 'completed', outcome: { code: 'provided', at: LINE.authoredAt }, loopClosedAt: LINE.authoredAt }, headers: { etag: '"v6"' } });
    const { user } = await open('/agency/r1');
    await user.click(await screen.findByTestId('move-completion'));
    await user.click(screen.getByTestId('send-move'));
    expect(server.changes()).toEqual([]);
    await user.click(screen.getByLabelText('The service was given'));
    await user.type(screen.getByLabelText(/^What was done/), 'Bail was granted.');
    await user.click(screen.getByTestId('send-move'));
    expect(await screen.findByTestId('outcome')).toHaveAttribute('data-code', 'provided');
    expect(screen.getByText('Closed by the sender')).toBeVisible();
    expect(server.changes()[0]?.body).toMatchObject({ outcome: { code: 'provided', text: 'Bail was granted.' } });
  });

  it('tells in short what it is until it is taken, and what is asked until it is accepted', async () => {
    const { packet: _later, ...rest } = REFERRAL;
    const summary = { ageBand: '12-14', sex: 'female', language: 'ps' };
    server.on('GET /api/partner/v1/referrals/r1', { body: { ...rest, packetState: 'unclaimed', summary }, headers: { etag: '"v1"' } });
    server.on('POST /api/partner/v1/referrals/r1/claim', () => {
      const taken = { ...rest, claim: { mine: true, at: LINE.authoredAt }, packetState: 'not-accepted', summary: { ...summary, requestText: 'Please represent her.', items: ['incident-facts'] } };
      server.on('GET /api/partner/v1/referrals/r1', { body: taken, headers: { etag: '"v2"' } });
      return { body: taken, headers: { etag: '"v2"' } };
    });
    await open('/agency/r1');
    expect(await screen.findByTestId('packet-awaits')).toHaveAttribute('data-state', 'unclaimed');
    expect(screen.queryByText('Please represent her.')).toBeNull();
    expect(screen.queryByTestId('packet-gone')).toBeNull();
    expect(within(screen.getByTestId('next-step')).getAllByRole('button')[0]).toHaveTextContent('I will handle this');
  });

  it.each([
    ['ur', 'جو بتایا گیا اس کا استعمال روک دیں', 'rtl'],
    ['ps', 'د ویل شویو کارول ودروئ', 'rtl'],
  ] as const)('says in %s that consent ended and shows no word of the child', async (language, text, way) => {
    const { packet: _gone, ...rest } = REFERRAL;
    server.on('GET /api/partner/v1/referrals/r1', { body: { ...rest, status: 'cancelled', statusCode: 'consent-withdrawn', packetState: 'consent-ended' }, headers: { etag: '"v9"' } });
    await open('/agency/r1', language);
    expect(await screen.findByTestId('packet-gone')).toHaveTextContent(text);
    expect(document.documentElement.dir).toBe(way);
    expect(screen.queryByTestId('packet')).toBeNull();
    expect(screen.queryByTestId('next-step')).toBeNull();
  });
});

describe('the messages of a referral', () => {
  const ATTACHMENT = { id: 'a1', by: 'target', title: 'order.pdf', mediaType: 'application/pdf', size: 4, state: 'arriving', received: 0 };
  const MESSAGE = { id: 'm1', by: 'requester', mine: false, text: 'Did you reach her?', sentAt: LINE.authoredAt, attachments: [] };

  it('are read, and answered with a file that has arrived whole', async () => {
    const attachments = '/api/partner/v1/referrals/r1/attachments';
    server
      .on('GET /api/partner/v1/referrals/r1/messages', { body: { items: [MESSAGE] } })
      .on(`POST ${attachments}`, { status: 201, body: ATTACHMENT })
      .on(`PATCH ${attachments}/a1`, { body: { ...ATTACHMENT, received: 4 } })
      .on(`POST ${attachments}/a1/completion`, { body: { ...ATTACHMENT, state: 'whole' } })
      .on('POST /api/partner/v1/referrals/r1/messages', { status: 201, body: { ...MESSAGE, id: 'm2', by: 'target', mine: true } });
    const { user } = await open('/agency/r1');
    const thread = within(await screen.findByTestId('thread'));
    expect(await thread.findByText('Did you reach her?')).toBeVisible();
    await user.click(thread.getByTestId('write-message'));
    expect(server.changes()).toEqual([]);
    await user.upload(thread.getByTestId('file'), new File(['%PDF'], 'order.pdf', { type: 'application/pdf' }));
    await waitFor(() => expect(thread.getByTestId('attached')).toHaveAttribute('data-ready', 'true'));
    await user.type(thread.getByLabelText(/^Your message/), 'Yes, this morning.');
    await user.click(thread.getByTestId('write-message'));
    await waitFor(() => expect(thread.queryByTestId('attached')).toBeNull());
    expect(server.changes().at(-1)?.body).toEqual({ text: 'Yes, this morning.', attachments: ['a1'] });
  });

  it('take no file that is not what it says, and say so', async () => {
    server
      .on('POST /api/partner/v1/referrals/r1/attachments', { status: 201, body: ATTACHMENT })
      .on('PATCH /api/partner/v1/referrals/r1/attachments/a1', { body: { ...ATTACHMENT, received: 4 } })
      .on('POST /api/partner/v1/referrals/r1/attachments/a1/completion', problem(422, 'content-not-as-said'))
      .on('POST /api/partner/v1/referrals/r1/messages', { status: 201, body: MESSAGE });
    const { user } = await open('/agency/r1');
    const thread = within(await screen.findByTestId('thread'));
    await user.upload(thread.getByTestId('file'), new File(['MZ00'], 'order.pdf', { type: 'application/pdf' }));
    expect(await thread.findByTestId('problem')).toHaveTextContent('not what its name says');
    await user.type(thread.getByLabelText(/^Your message/), 'No file then.');
    await user.click(thread.getByTestId('write-message'));
    await waitFor(() => expect(server.changes().at(-1)?.body).toEqual({ text: 'No file then.' }));
  });

  it('show no words once consent ended, and nothing is written', async () => {
    const { packet: _gone, ...rest } = REFERRAL;
    const { text: _words, ...silent } = MESSAGE;
    server
      .on('GET /api/partner/v1/referrals/r1', { body: { ...rest, status: 'cancelled', packetState: 'consent-ended' }, headers: { etag: '"v9"' } })
      .on('GET /api/partner/v1/referrals/r1/messages', { body: { items: [silent] } });
    await open('/agency/r1');
    expect(await screen.findByTestId('thread-message')).toHaveTextContent('You cannot read these words now.');
    expect(screen.queryByTestId('write-message')).toBeNull();
  });
});

describe('what is meant for one person', () => {
  const MINE = { ...REFERRAL, addressee: { id: 'p1', mine: true, name: 'Duty lawyer' } };

  it('is handed over to a colleague with a reason', async () => {
    server
      .as('partner-worker', { staffId: undefined, displayName: 'Peshawar Legal Aid Centre', agency: { id: 'agency-1', name: name('Peshawar Legal Aid Centre') } })
      .on('GET /api/identity/v1/agencies/agency-1/listed-people', { body: { items: [{ id: 'p1', name: 'Duty lawyer' }, { id: 'p2', name: 'Advocate Tariq' }] } })
      .on('GET /api/partner/v1/referrals/r1', { body: MINE, headers: { etag: '"v1"' } })
      .on('POST /api/partner/v1/referrals/r1/handing-over', { body: { ...MINE, addressee: { id: 'p2', mine: false, name: 'Advocate Tariq' } }, headers: { etag: '"v2"' } });
    const { user } = await open('/agency/r1');
    expect(await screen.findByTestId('addressee')).toHaveTextContent('This referral is meant for you.');
    await user.click(screen.getByTestId('hand-over'));
    expect(screen.queryByRole('option', { name: 'Duty lawyer' })).toBeNull();
    await user.selectOptions(await screen.findByLabelText(/^To whom/), await screen.findByRole('option', { name: 'Advocate Tariq' }));
    await user.click(screen.getByTestId('send-handing-over'));
    expect(server.changes()).toEqual([]);
    await user.type(screen.getByLabelText(/^Why/), 'On leave');
    await user.click(screen.getByTestId('send-handing-over'));
    expect(await screen.findByTestId('handed-over')).toBeVisible();
    expect(server.changes().at(-1)?.body).toEqual({ reason: 'On leave', to: 'p2', toName: 'Advocate Tariq' });
    expect(screen.getByTestId('addressee')).toHaveTextContent('Advocate Tariq');
    expect(screen.queryByTestId('next-step')).toBeNull();
  });
});

describe('what can be done with a referral', () => {
  it('of a colleague: it goes back into the queue and nothing else', () => {
    expect(movesFor({ status: 'accepted', claim: { mine: false, at: LINE.authoredAt } })).toEqual(['release']);
    expect(movesFor({ status: 'requested', addressee: { id: 'p2', mine: false } })).toEqual([]);
    expect(movesFor({ status: 'requested', addressee: { id: 'p1', mine: true } })).toEqual(['acceptance', 'rejection', 'acknowledgement']);
    expect(movesFor({ status: 'completed' })).toEqual([]);
    expect(movesFor({ status: 'requested' })).toEqual(['claim', 'acceptance', 'rejection', 'acknowledgement']);
    expect(movesFor({ status: 'requested', claim: { mine: true, at: LINE.authoredAt } })).toEqual(['acceptance', 'rejection', 'release', 'acknowledgement']);
  });
});

describe('a question about room', () => {
  const question = { id: 'q1', serviceId: 'service-1', neededFrom: '2026-11-25', urgency: 'high', askedAt: '2026-11-22T08:00:00Z', version: 3 };

  it('is answered in the version that was read, with the day only when there is no room', async () => {
    server
      .on('GET /api/partner/v1/capacity-questions', { body: { items: [question] } })
      .on('POST /api/partner/v1/capacity-questions/q1/answer', { body: { ...question, answer: 'no-capacity' } });
    const { user } = await open('/agency/room');
    await user.click(await screen.findByTestId('answer-room'));
    expect(server.changes()).toEqual([]);
    await user.click(screen.getByLabelText('There is no room'));
    await user.type(screen.getByLabelText(/^From when/), '2026-12-01');
    server.on('GET /api/partner/v1/capacity-questions', { body: { items: [{ ...question, answer: 'no-capacity', availableFrom: '2026-12-01' }] } });
    await user.click(screen.getByTestId('answer-room'));
    expect(await screen.findByText(/There is no room/)).toBeVisible();
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v3"');
    expect(server.changes()[0]?.body).toEqual({ answer: 'no-capacity', availableFrom: '2026-12-01' });
  });

  it('that a colleague answered first is said', async () => {
    server
      .on('GET /api/partner/v1/capacity-questions', { body: { items: [question] } })
      .on('POST /api/partner/v1/capacity-questions/q1/answer', problem(409, 'question-answered'));
    const { user } = await open('/agency/room');
    await user.click(await screen.findByLabelText('There is room'));
    await user.click(screen.getByTestId('answer-room'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('A colleague has answered this already.');
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const R = '/api/referrals/v1/referrals/referral-1';
const REFERRAL = {
  id: 'referral-1', caseId: 'case-1', serviceId: 'service-1', agencyId: 'agency-1', category: 'legal-aid', status: 'accepted', priority: 'high',
  authoredAt: '2026-11-20T10:00:00Z', packetState: 'readable',
};
const name = (en: string) => ({ en, ur: en, ps: en });
const RULES = [
  { kind: 'incident-facts', level: 'service', name: name('Facts of the incident'), release: 'included', yours: true },
  { kind: 'document-status', level: 'status', name: name('Nationality and papers'), release: 'with-reason', yours: true },
  { kind: 'clinical-notes', level: 'clinical', name: name('Notes of the psychologist'), release: 'never', yours: false },
];
const FILE = { id: 'a1', by: 'requester', kind: 'document-status', title: 'Card', mediaType: 'application/pdf', size: 9, state: 'arriving', received: 0 };

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/referrals/v1/packet-rules?category=legal-aid&agencyId=agency-1', { body: { items: RULES } })
    .on(`GET ${R}`, { body: REFERRAL, headers: { etag: '"v2"' } })
    .on(`GET ${R}/attachments`, { body: { items: [] } })
    .on(`GET ${R}/messages`, { body: { items: [] } });
});

describe('a file of the sender', () => {
  it('goes as the kind of thing it is, with its reason where one is needed, and with the next message only', async () => {
    server
      .on(`POST ${R}/attachments`, { status: 201, body: FILE })
      .on(`PATCH ${R}/attachments/a1`, { body: { ...FILE, received: 9 } })
      .on(`POST ${R}/attachments/a1/completion`, () => {
        server.on(`GET ${R}/attachments`, { body: { items: [{ ...FILE, state: 'whole', received: 9 }] } });
        return { body: {} };
      })
      .on(`POST ${R}/messages`, { status: 201, body: {} });
    const { user } = await open('/referrals/referral-1');
    await user.click(await screen.findByTestId('attach-file'));
    expect(within(screen.getByLabelText(/^What is it/)).queryByText(/psychologist/)).toBeNull();
    await user.upload(screen.getByTestId('file'), new File(['%PDF-1.7\n'], 'card.pdf', { type: 'application/pdf' }));
    await user.selectOptions(screen.getByLabelText(/^What is it/), 'document-status');
    await user.click(screen.getByTestId('send-file'));
    expect(server.changes()).toEqual([]);
    await user.type(screen.getByLabelText(/^Why this service/), 'It applies for a card.');
    await user.click(screen.getByTestId('send-file'));
    expect(await screen.findByTestId('unsent')).toHaveTextContent('Card, PDF');
    expect(server.changes()[0]?.body).toMatchObject({ kind: 'document-status', because: 'It applies for a card.', mediaType: 'application/pdf', size: 9 });
    expect(screen.getByText('1 file goes with it.')).toBeVisible();
    await user.type(screen.getByLabelText(/^Your message/), 'The card.');
    await user.click(screen.getByTestId('write-message'));
    await waitFor(() => expect(server.changes().at(-1)?.body).toEqual({ text: 'The card.', attachments: ['a1'] }));
  });
});

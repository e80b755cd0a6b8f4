import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, HSDS_SERVICE, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const R = '/api/referrals/v1/referrals/referral-1';
const REFERRAL = {
  id: 'referral-1', caseId: 'case-1', serviceId: 'service-0', agencyId: 'agency-1', category: 'legal-aid', status: 'completed', priority: 'high',
  authoredAt: '2026-11-20T10:00:00Z', packetState: 'readable',
};
const SCALE = ['Awful', 'Not very good', 'Good', 'Really good', 'Brilliant'].map((en, i) => ({ rating: i + 1, picture: 'face', name: { en, ur: en, ps: en } }));
const SAID = {
  id: 'f1', speaker: 'child', howAsked: 'pictures', askedAlone: true, rating: 4, words: 'She listened.', agencyMayKnow: true, concern: false,
  happenedAt: '2026-11-21T08:00:00Z',
};
const ONWARD = {
  id: 'r1', kind: 'onward', serviceId: 'service-1', reasonCode: 'legal-representation', words: 'A lawyer is needed.', consentBy: 'caregiver',
  consentAt: '2026-11-21T08:00:00Z', recordedAt: '2026-11-21T08:05:00Z', etag: '"v0"',
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on(`GET ${R}`, { body: REFERRAL, headers: { etag: '"v2"' } })
    .on(`GET ${R}/feedback`, { body: { scale: SCALE, items: [] } })
    .on(`GET ${R}/returns`, { body: { items: [] } })
    .on('GET /api/referrals/v1/hsds/services/service-1', { body: HSDS_SERVICE, headers: { etag: '"v1"' } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [] } });
});

describe('what those concerned say of a service', () => {
  it('is recorded with who spoke and how freely, and goes to the agency only when it is released', async () => {
    server
      .on(`POST ${R}/feedback`, () => {
        server.on(`GET ${R}/feedback`, { body: { scale: SCALE, items: [SAID] } });
        return { status: 201, body: { id: 'f1' } };
      })
      .on(`POST ${R}/feedback/f1/release`, () => {
        server.on(`GET ${R}/feedback`, { body: { scale: SCALE, items: [{ ...SAID, releasedAt: '2026-11-22T08:00:00Z' }] } });
        return { status: 204 };
      });
    const { user } = await open('/referrals/referral-1');
    await user.click(await screen.findByTestId('ask-feedback'));
    await user.click(screen.getByTestId('save-feedback'));
    expect(server.changes()).toEqual([]);
    await user.click(screen.getByRole('radio', { name: 'The child' }));
    await user.click(screen.getByRole('radio', { name: 'With pictures' }));
    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    await user.click(screen.getByRole('radio', { name: 'Really good' }));
    await user.type(screen.getByLabelText(/^In their own words/), 'She listened.');
    await user.click(screen.getByLabelText(/^They agree that the agency hears it/));
    await user.click(screen.getByTestId('save-feedback'));
    expect(await screen.findByTestId('said')).toHaveTextContent('She listened.');
    expect(server.changes()[0]?.body).toMatchObject({
      speaker: 'child', howAsked: 'pictures', askedAlone: true, rating: 4, words: 'She listened.', agencyMayKnow: true, concern: false,
    });
    await user.click(screen.getByTestId('release-feedback'));
    expect(await screen.findByTestId('released')).toBeVisible();
    expect(screen.queryByTestId('release-feedback')).toBeNull();
  });

  it('is taken back from the agency, saying whether somebody was harmed there, and not released again', async () => {
    const released = { ...SAID, releasedAt: '2026-11-22T08:00:00Z' };
    server
      .on(`GET ${R}/feedback`, { body: { scale: SCALE, items: [released] } })
      .on(`POST ${R}/feedback/f1/withdrawal`, () => {
        server.on(`GET ${R}/feedback`, { body: { scale: SCALE, items: [{ ...released, concern: true, withdrawnAt: '2026-11-23T08:00:00Z' }] } });
        return { status: 204 };
      });
    const { user } = await open('/referrals/referral-1');
    await user.click(await screen.findByTestId('withdraw-feedback'));
    await user.click(screen.getByLabelText(/^Somebody was harmed/));
    await user.click(screen.getByTestId('confirm-withdrawal'));
    expect(await screen.findByTestId('withdrawn')).toBeVisible();
    expect(server.changes()[0]?.body).toEqual({ concern: true });
    for (const gone of ['released', 'release-feedback', 'withdraw-feedback']) expect(screen.queryByTestId(gone)).toBeNull();
  });

  it('is never offered to the agency when somebody was harmed there or did not agree, nor asked before the agency had to do with the child', async () => {
    const items = [{ ...SAID, concern: true }, { ...SAID, id: 'f2', agencyMayKnow: false }];
    server.on(`GET ${R}/feedback`, { body: { scale: SCALE, items } });
    const { unmount } = await open('/referrals/referral-1');
    expect(await screen.findByTestId('feedback-concern')).toHaveTextContent('Tell the supervisor');
    expect(screen.queryByTestId('release-feedback')).toBeNull();
    unmount();
    server.on(`GET ${R}`, { body: { ...REFERRAL, status: 'requested' }, headers: { etag: '"v1"' } });
    await open('/referrals/referral-1');
    expect(await screen.findByTestId('referral')).toBeVisible();
    expect(screen.queryByTestId('feedback')).toBeNull();
  });
});

describe('what the agency sends onward', () => {
  it('stays before whoever is answering when a colleague answered first, with both answers', async () => {
    const theirs = { ...ONWARD, answer: 'declined', answerWords: 'We have one ourselves.', answeredAt: '2026-11-22T08:00:00Z', etag: '"v1"' };
    server.on(`GET ${R}/returns`, { body: { items: [ONWARD] } }).on(`POST ${R}/returns/r1/answer`, problem(412, 'stale'));
    const { user, queries } = await open('/referrals/referral-1');
    await user.click(await screen.findByTestId('answer-return'));
    await user.click(screen.getByRole('radio', { name: 'Declined' }));
    await user.type(within(screen.getByTestId('return-form')).getByRole('textbox'), 'Too far for her.');
    server.on(`GET ${R}/returns`, { body: { items: [theirs] } });
    await queries.invalidateQueries({ queryKey: ['referrals', 'returns', 'referral-1'] });
    await user.click(screen.getByTestId('send-return-answer'));
    expect(await screen.findByTestId('overtaken')).toHaveTextContent(/Too far for her\..*We have one ourselves\./);
    expect(screen.queryByTestId('keep-mine')).toBeNull();
    await user.click(screen.getByTestId('take-theirs'));
    expect(await screen.findByTestId('return-answer')).toHaveTextContent('We have one ourselves.');
  });

  it('is taken up with a referral to that service which is part of this one, or declined with words', async () => {
    server.on(`GET ${R}/returns`, { body: { items: [ONWARD] } }).on(`POST ${R}/returns/r1/answer`, () => {
      server.on(`GET ${R}/returns`, { body: { items: [{ ...ONWARD, answer: 'taken-up', answeredAt: '2026-11-22T08:00:00Z', onwardReferralId: 'referral-2' }] } });
      return { status: 204 };
    });
    const { user, queries } = await open('/referrals/referral-1');
    await user.click(await screen.findByTestId('answer-return'));
    expect(screen.getByTestId('return')).toHaveTextContent('Legal representation');
    await user.click(screen.getByRole('radio', { name: 'Declined' }));
    await user.click(screen.getByTestId('send-return-answer'));
    expect(await screen.findByText('This is needed')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Taken up' }));
    expect(screen.getByText(/^First refer the child/)).toBeVisible();
    await user.click(screen.getByTestId('send-return-answer'));
    expect(server.changes()).toEqual([]);
    const part = { ...REFERRAL, id: 'referral-2', serviceId: 'service-1', partOf: 'referral-1', status: 'requested' };
    server.on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [part, { ...part, id: 'referral-3', serviceId: 'service-9' }] } });
    await queries.invalidateQueries();
    await user.selectOptions(await screen.findByLabelText(/^With which referral/), 'referral-2');
    await user.click(screen.getByTestId('send-return-answer'));
    await waitFor(() => expect(server.changes()[0]?.body).toEqual({ answer: 'taken-up', referralId: 'referral-2' }));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v0"');
    expect(await screen.findByTestId('return-answer')).toHaveTextContent('Taken up');
  });
});

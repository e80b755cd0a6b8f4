// @vitest-environment jsdom
import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const LINES = [
  { id: 'e4', kind: 'referral-moved', group: 'referral', happenedAt: '2026-11-21T20:30:00Z', recordedAt: '2026-11-21T20:30:01Z', codes: ['completed', 'provided'], subjectId: 'r1' },
  { id: 'e3', kind: 'person-added', group: 'child', happenedAt: '2026-11-21T10:00:00Z', recordedAt: '2026-11-21T10:00:01Z', codes: ['aunt', 'safe-adult', 'caregiver'], staffId: 's2' },
  { id: 'e2', kind: 'consent-recorded', group: 'consent', happenedAt: '2026-11-19T09:00:00Z', recordedAt: '2026-11-21T09:00:00Z', codes: ['photo', 'given'], staffId: 's1' },
  { id: 'e1', kind: 'case-opened', group: 'case', happenedAt: '2026-11-19T08:00:00Z', recordedAt: '2026-11-19T08:00:00Z', codes: [], staffId: 'gone' },
];
const FIRST = 'GET /api/cases/v1/cases/case-1/timeline?limit=40';

let server: FakeServer;
beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on(FIRST, { body: { items: LINES.slice(0, 2) }, headers: { link: '</x?cursor=more>; rel="next"' } })
    .on('GET /api/cases/v1/cases/case-1/timeline?limit=40&cursor=more', { body: { items: LINES.slice(2) } })
    .on('GET /api/cases/v1/cases/case-1/timeline?group=consent&limit=40', { body: { items: [] } });
});

describe('the case as one story', () => {
  it('is told day by day in Karachi, with who did it, and goes on page by page', async () => {
    const { user } = await open('/cases/case-1/timeline');
    expect(await screen.findAllByTestId('day')).toHaveLength(2);
    await user.click(screen.getByTestId('next-page'));
    const days = await screen.findAllByRole('region', { name: /November 2026/ });
    expect(days.map((day) => day.getAttribute('aria-label'))).toEqual(['22 November 2026', '21 November 2026', '19 November 2026']);
    const told = screen.getAllByTestId('told');
    expect(told[0]).toHaveTextContent('01:30');
    expect(told[0]).toHaveTextContent('Completed');
    expect(within(told[0]!).getByRole('link')).toHaveAttribute('href', '/referrals/r1');
    expect(told[1]).toHaveTextContent('Imran Afridi');
    expect(told[1]).toHaveTextContent('Aunt');
    expect(told[2]).toHaveTextContent('Written down on 21 November 2026');
    expect(told[3]).toHaveTextContent('A colleague');
  });

  it('says what only the case service has words for, and nothing while it does not answer', async () => {
    const lines = [{ ...LINES[0], id: 'e9', kind: 'responses-offered', group: 'risk', codes: ['school-contact', 'of-a-later-library'], subjectId: undefined }];
    server
      .on(FIRST, { body: { items: lines } })
      .on('GET /api/cases/v1/code-lists/response', { body: { items: [{ code: 'school-contact', nameEn: 'Contact with the school', nameUr: 'سکول سے رابطہ', namePs: '' }] } });
    await open('/cases/case-1/timeline', 'ur');
    expect(await screen.findByText('سکول سے رابطہ')).toBeVisible();
    expect(screen.queryByText(/later-library/)).toBeNull();
  });

  it('is narrowed to one kind of thing, and says when there is none', async () => {
    const { user } = await open('/cases/case-1/timeline');
    await screen.findAllByTestId('told');
    await user.click(screen.getByTestId('group-consent'));
    expect(await screen.findByText('Nothing of this kind has happened yet.')).toBeVisible();
    expect(screen.getByTestId('group-consent')).toHaveAttribute('aria-pressed', 'true');
  });

  it.each(['en', 'ur', 'ps'] as const)('can be used by everybody in %s', async (language) => {
    await open('/cases/case-1/timeline', language);
    await screen.findAllByTestId('told');
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  it('says when it cannot be had', async () => {
    server.on(FIRST, 'unreachable');
    await open('/cases/case-1/timeline');
    expect(await screen.findByTestId('problem')).toBeVisible();
  });
});

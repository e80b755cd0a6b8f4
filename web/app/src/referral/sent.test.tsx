import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const LINE = {
  id: 'r1',
  caseId: 'case-1',
  caseNumber: 'PEW-2026-00001',
  serviceName: { en: 'Legal representation', ur: 'قانونی نمائندگی', ps: 'حقوقي استازیتوب' },
  agencyName: { en: 'Legal Aid Centre', ur: 'قانونی امداد مرکز', ps: 'د حقوقي مرستې مرکز' },
  status: 'requested',
  priority: 'high',
  authoredAt: '2026-11-20T10:00:00Z',
  respondBy: '2026-11-21T10:00:00Z',
  completeBy: '2026-11-25T10:00:00Z',
  since: '2026-11-21T10:00:00Z',
  overdue: true,
};
const LATER = { ...LINE, id: 'r2', status: 'accepted', overdue: false, completeBy: '2099-11-25T10:00:00Z' };
const LIST = 'GET /api/referrals/v1/referrals';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().as('social-worker').on(LIST, { body: { items: [] } });
});

describe('the referrals of somebody’s cases', () => {
  it('stand in the order of the service, what is late first, page by page, in the reader’s language', async () => {
    server
      .on(`${LIST}?of=mine&shelf=open&limit=25`, { body: { items: [LINE] }, headers: { link: '</v1/referrals?cursor=c1&limit=25>; rel="next"' } })
      .on(`${LIST}?of=mine&shelf=open&limit=25&cursor=c1`, { body: { items: [LATER] } });
    const { user } = await open('/referrals', 'ur');
    const row = await screen.findByTestId('sent-row');
    expect(row).toHaveTextContent('قانونی نمائندگی، قانونی امداد مرکز');
    expect(row).toHaveTextContent('تاخیر');
    expect(screen.getByRole('link', { name: /قانونی نمائندگی/ })).toHaveAttribute('href', '/referrals/r1');
    await user.click(screen.getByTestId('next-page'));
    expect((await screen.findAllByTestId('sent-row')).map((one) => one.getAttribute('data-overdue'))).toEqual(['true', 'false']);
    expect(screen.queryByTestId('of-unit')).toBeNull();
  });

  it('are looked at by where they stand, and what is late alone where there is a time', async () => {
    server.on(`${LIST}?of=mine&shelf=waiting&overdue=true&limit=25`, { body: { items: [LINE] } });
    const { user } = await open('/referrals?shelf=waiting');
    await user.click(await screen.findByLabelText('Only what is late'));
    await screen.findByTestId('sent-row');
    await user.click(screen.getByTestId('shelf-ended'));
    expect(await screen.findByText('There is nothing here.')).toBeVisible();
    expect(screen.queryByLabelText('Only what is late')).toBeNull();
    expect(server.asked.at(-1)?.path).toBe('/api/referrals/v1/referrals?of=mine&shelf=ended&limit=25');
  });

  it('are those of the unit for its supervisor, or of their own cases', async () => {
    server.as('supervisor').on(`${LIST}?of=unit&shelf=open&limit=25`, { body: { items: [LINE] } });
    const { user } = await open('/referrals');
    await screen.findByTestId('sent-row');
    await user.click(screen.getByTestId('of-mine'));
    expect(await screen.findByText('There is nothing here.')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Referrals of my cases');
  });
});

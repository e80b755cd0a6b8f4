import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const MATCH = { caseNumber: 'KP-2026-000001', likeness: 'close', sex: 'female', ageBand: '12-14', unitId: 'unit-1', withinReach: true };

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().as('social-worker').on('POST /api/cases/v1/child-searches', {
    body: {
      searchToken: 't',
      expiresAt: '2026-11-20T10:00:00Z', more: false,
      matches: [
        { ...MATCH, childId: 'c1', caseId: 'case-1', displayName: 'زرغونہ' },
        { ...MATCH, caseNumber: 'KP-2026-000002', childId: 'c2', caseId: 'case-2' },
        { ...MATCH, caseNumber: 'KP-2026-000003', withinReach: false },
      ],
    },
  });
});

describe('finding a child', () => {
  it('opens what may be read, and says of everything else whom to ask', async () => {
    const { user } = await open('/search', 'ur');
    await user.type(await screen.findByLabelText(/^والد کا نام/), 'شیر خان');
    await user.click(screen.getByTestId('search'));
    const [mine, colleague, far] = await screen.findAllByTestId('match');
    expect(within(mine!).getByRole('link')).toHaveAttribute('href', '/cases/case-1');
    expect(within(colleague!).getByRole('link')).toHaveAttribute('href', '/case-requests?number=KP-2026-000002');
    expect(colleague).toHaveTextContent('ساتھی');
    expect(far).toHaveTextContent('چائلڈ پروٹیکشن یونٹ پشاور');
    expect(server.changes()[0]?.body).toEqual({ names: { father: 'شیر خان' } });
  });

  it('leads from a merged case to the one that goes on', async () => {
    const goesOn = { caseId: 'case-9', caseNumber: 'KP-2026-000009', unitId: 'unit-1', withinReach: true };
    server.on('POST /api/cases/v1/child-searches', {
      body: { searchToken: 't', expiresAt: '2026-11-20T10:00:00Z', more: false, matches: [{ ...MATCH, caseId: 'case-1', displayName: 'Zarghuna', goesOn }] },
    });
    const { user } = await open('/search');
    await user.type(await screen.findByLabelText('Case number'), 'KP-2026-000001');
    await user.click(screen.getByTestId('search'));
    const match = await screen.findByTestId('match');
    expect(within(match).getByTestId('goes-on')).toHaveTextContent('KP-2026-000009');
    expect(within(match).getByRole('link')).toHaveAttribute('href', '/cases/case-9');
  });

  it('takes the number of a case and a district', async () => {
    const { user } = await open('/search');
    await user.type(await screen.findByLabelText('Case number'), 'KP-2026-000001');
    await waitFor(() => expect(screen.getByRole('option', { name: 'Swat' })).toBeInTheDocument());
    await user.selectOptions(screen.getByLabelText('District'), 'swat');
    await user.click(screen.getByTestId('search'));
    await screen.findAllByTestId('match');
    expect(server.changes()[0]?.body).toEqual({ names: {}, districtCode: 'swat', caseNumber: 'KP-2026-000001' });
  });

  it('asks for something to look for before it bothers the service', async () => {
    const { user } = await open('/search');
    await user.click(await screen.findByTestId('search'));
    expect(screen.getByText('Give a name, a phone, an identity number or a case number.')).toBeVisible();
    expect(server.changes()).toHaveLength(0);
  });
});

// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n/languages.ts';
import { barriers, readableFiles } from '../test/engine.ts';
import { FakeServer } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const D = '/api/assessments/v1/devices';
const DEVICE = { id: 'd1', staffId: 's1', label: 'دفتر', enrolledAt: '2026-11-20T07:00:00Z', expiresAt: '2027-02-20T07:00:00Z' };
const SETTINGS = { serverUrl: 'http://localhost/openrosa', username: 'd1', password: 'once-only-token' };

beforeAll(readableFiles);

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().as('social-worker').on(`GET ${D}`, { body: { items: [DEVICE] } });
});

describe('the devices of Collect', () => {
  it('are enrolled under a name; the token is shown once', async () => {
    server.on(`POST ${D}`, { status: 201, body: { ...DEVICE, id: 'd2', settings: SETTINGS } });
    const { user } = await open('/devices');
    await user.click(await screen.findByTestId('send-enrol'));
    expect(server.changes()).toEqual([]);
    await user.type(screen.getByLabelText(/What do you call/), 'Office tablet');
    await user.click(screen.getByTestId('send-enrol'));
    expect(await screen.findByTestId('device-token')).toHaveTextContent('once-only-token');
    expect(server.changes()[0]?.body).toEqual({ label: 'Office tablet' });
    expect(await screen.findByTestId('collect-code')).toHaveAccessibleName('Code for ODK Collect');
    await user.click(screen.getByTestId('device-noted'));
    expect(screen.queryByTestId('device-token')).toBeNull();
    expect(screen.queryByTestId('collect-code')).toBeNull();
  });

  it('are revoked after one more question', async () => {
    server.on(`POST ${D}/d1/revocation`, { body: { ...DEVICE, revokedAt: '2026-11-20T08:00:00Z' } });
    const { user } = await open('/devices');
    await user.click(await screen.findByTestId('revoke-device'));
    expect(server.changes()).toEqual([]);
    server.on(`GET ${D}`, { body: { items: [{ ...DEVICE, revokedAt: '2026-11-20T08:00:00Z' }] } });
    await user.click(screen.getByTestId('confirm-revoke'));
    await waitFor(() => expect(screen.getByTestId('device')).toHaveAttribute('data-revoked', 'true'));
    expect(screen.queryByTestId('revoke-device')).toBeNull();
  });

  it.each(LANGUAGES)('can be looked after by everybody in %s', async (language) => {
    await open('/devices', language);
    const list = await screen.findByTestId('device');
    if (language !== 'en') expect(list.textContent).not.toMatch(/[a-z]{3,}/);
    expect(await barriers()).toEqual([]);
  });
});

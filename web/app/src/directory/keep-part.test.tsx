// @vitest-environment jsdom
import axe from 'axe-core';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeServer, foundServices, HSDS_SERVICE } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const R = '/api/referrals/v1';
const PLACE = { id: 'l1', name: 'Office', district_code: 'peshawar', accessibility: [{ description: 'Ramp' }] };

it.each([['places', 'keep-places-form'], ['identity', 'keep-identity-form']])('the %s of a service can be changed by everybody', async (part, form) => {
  new FakeServer()
    .as('commission-admin')
    .on(`GET ${R}/hsds/services/service-1`, {
      body: { ...HSDS_SERVICE, service_areas: [{ extent: 'peshawar', extent_type: 'district' }], service_at_locations: [{ id: 'a1', location: PLACE }] },
      headers: { etag: '"v3"' },
    })
    .on(`GET ${R}/hsds/taxonomy_terms`, { body: foundServices([{ code: 'legal-aid', name: 'Legal aid' }]) });
  await open(`/services/service-1/${part}`, 'ur');
  await screen.findByTestId(form);
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
});

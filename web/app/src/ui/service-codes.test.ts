// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error The reader of the message files is a plain script of the build.
import { readMessages } from '../../scripts/messages.mjs';

const messages = readMessages() as Map<string, unknown>;
const java = (path: string) => readFileSync(`../../${path}.java`, 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\//g, '');

/** What only a program gets wrong is told as a fault of the platform; a part that does not answer has a notice of its own. */
const NOT_A_PERSONS = [
  'malformed-json', 'unknown-field', 'precondition-malformed', 'idempotency-key-missing', 'method-not-allowed',
  'not-acceptable', 'unsupported-media-type', 'service-unavailable', 'scope-missing', 'not-a-sandbox',
];

describe('every problem a service can answer with', () => {
  it.each([
    'case-service/src/main/java/org/hifazat/cases/CaseProblem',
    'referral-service/src/main/java/org/hifazat/referral/ReferralProblem',
    'assessment-service/src/main/java/org/hifazat/assessment/AssessmentProblem',
    'identity/src/main/java/org/hifazat/identity/IdentityProblem',
    'monitoring-service/src/main/java/org/hifazat/monitoring/MonitoringProblem',
    'platform/web/src/main/java/org/hifazat/platform/web/CommonProblem',
    'web/src/main/java/org/hifazat/gateway/GatewayProblem',
  ])('has words on the screens: %s', (path) => {
    const codes = [...java(path).matchAll(/^ {2}[A-Z_]+\(\s*\d{3},\s*"([a-z-]+)"/gm)].map((match) => match[1] ?? '');
    expect(codes.length).toBeGreaterThan(1);
    expect(codes.filter((code) => !NOT_A_PERSONS.includes(code) && !messages.has(`problem.${code}`))).toEqual([]);
  });
});

describe('every kind a screen shows', () => {
  it('has words when it is a task', () => {
    const kinds = [...java('case-service/src/main/java/org/hifazat/cases/task/TaskKind').matchAll(/String [A-Z_]+ = "([a-z-]+[a-z])"/g)].map((match) => match[1] ?? '');
    expect(kinds.length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => !messages.has(`task.${kind}`))).toEqual([]);
  });

  it.each([
    ['requests/ReferralClocks', /enum Level \{([^;]*);/, ['told-to']],
    ['requests/ReferralStatus', /enum ReferralStatus \{([^;]*);/, ['referral-status']],
    ['requests/PacketState', /enum PacketState \{([^;]*);/, ['packet-state', 'packet-awaits', 'packet-gone']],
    ['link/SecureLink', /enum State \{([^;]*);/, ['link-state']],
  ])('has words when it is of a referral: %s', (path, of, lists) => {
    const words = of.exec(java(`referral-service/src/main/java/org/hifazat/referral/${path}`))?.[1] ?? '';
    const codes = [...words.matchAll(/\b[A-Z][A-Z_]+\b/g)].map((match) => match[0].toLowerCase().replaceAll('_', '-'));
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.filter((code) => !lists.some((list) => messages.has(`${list}.${code}`)))).toEqual([]);
  });
});

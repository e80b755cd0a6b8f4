import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { importJWK, SignJWT, type JWK } from 'jose';

/** Tokens for a client that proves itself by its private key (RFC 7523): no secret is shared. */
export class SignIn {
  #token = '';
  #until = 0;

  constructor(
    private readonly address: string,
    private readonly clientId: string,
    private readonly keyFile: string,
  ) {}

  async token(): Promise<string> {
    if (Date.now() < this.#until) {
      return this.#token;
    }
    const realm = `${this.address}/auth/realms/hifazat`;
    const response = await fetch(`${realm}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: this.clientId,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await this.#assertion(realm),
      }),
    });
    if (!response.ok) {
      throw new Error(`no token: ${response.status}`);
    }
    const answer = (await response.json()) as { access_token: string; expires_in: number };
    this.#token = answer.access_token;
    this.#until = Date.now() + (answer.expires_in - 30) * 1000;
    return this.#token;
  }

  async #assertion(audience: string): Promise<string> {
    const jwk = JSON.parse(await readFile(this.keyFile, 'utf8')) as JWK;
    const key = await importJWK(jwk, 'ES256');
    return new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid: jwk.kid ?? '' })
      .setIssuer(this.clientId)
      .setSubject(this.clientId)
      .setAudience(audience)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime('30s')
      .sign(key);
  }
}

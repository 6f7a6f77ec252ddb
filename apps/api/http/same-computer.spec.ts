import { describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { onlyThisComputer } from './same-computer.ts';

const app = express()
  .use(onlyThisComputer)
  .get('/', (_request, response) => void response.send('in'));

describe('who a demonstration speaks with', () => {
  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000'])('answers to %s', async (host) => {
    await request(app).get('/').set('Host', host).expect(200);
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io:3000',
    '10.0.0.7',
    'localhost@evil.example',
    '',
  ])('does not answer to %j', async (host) => {
    const answer = await request(app).get('/').set('Host', host).expect(421);
    expect(answer.body).toMatchObject({ errors: [{ extensions: { code: 'FOREIGN_HOST' } }] });
  });

  it('takes requests of its own pages and of programs, not of others', async () => {
    const own = { Host: 'localhost:3000', Origin: 'http://localhost:3000' };
    await request(app).get('/').set(own).expect(200);
    for (const origin of ['https://evil.example', 'http://localhost:8080', 'null']) {
      const answer = await request(app)
        .get('/')
        .set({ ...own, Origin: origin })
        .expect(403);
      expect(answer.body).toMatchObject({ errors: [{ extensions: { code: 'FOREIGN_ORIGIN' } }] });
    }
  });
});

// Scalar's mock server over the spec, as its README starts it: node scalar.mjs <spec> <port>
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

const [spec, port] = process.argv.slice(2);
const document = JSON.parse(readFileSync(spec, 'utf8'));
const app = await createMockServer({ document });
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });

import { headerTable } from './header-table.ts';
import type { HeaderRow } from './header-table.ts';

/** Netlify, Cloudflare Pages and hosts that read the same file. */
function headersFile(rows: readonly HeaderRow[]): string {
  return rows.map(({ pattern, headers }) => `${pattern}\n${Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`).join('\n')}\n`).join('\n');
}

function apacheFile(rows: readonly HeaderRow[]): string {
  const blocks = rows.map(({ pattern, headers }) => {
    const test = pattern.endsWith('*') ? `^${pattern.slice(0, -1)}` : `^${pattern.replace(/\./g, '\\.')}$`;
    const lines = Object.entries(headers).map(([name, value]) => `    Header always set ${name} "${value.replace(/"/g, '\\"')}"`);
    return `  <If "%{REQUEST_URI} =~ m#${test}#">\n${lines.join('\n')}\n  </If>`;
  });
  return `AddType application/manifest+json .webmanifest\n<IfModule mod_headers.c>\n${blocks.join('\n')}\n</IfModule>\n`;
}

function nginxFile(rows: readonly HeaderRow[]): string {
  const blocks = rows.map(({ pattern, headers }) => {
    const place = pattern.endsWith('*') ? `location ^~ ${pattern.slice(0, -1)}` : `location = ${pattern}`;
    const lines = Object.entries(headers)
      .filter(([name]) => name !== 'Content-Type')
      .map(([name, value]) => `  add_header ${name} "${value}" always;`);
    const type = headers['Content-Type'] === undefined ? '' : `  default_type ${headers['Content-Type']};\n`;
    return `${place} {\n${type}${lines.join('\n')}\n}`;
  });
  return `# Include inside the server block that serves this folder.\nindex index.html;\n${blocks.join('\n')}\n`;
}

function caddyFile(rows: readonly HeaderRow[]): string {
  return rows
    .map(({ pattern, headers }) => `header ${pattern} {\n${Object.entries(headers).map(([name, value]) => `  ${name} \`${value}\``).join('\n')}\n}`)
    .join('\n')
    .concat('\n');
}

function vercelFile(rows: readonly HeaderRow[]): string {
  const headers = rows.map(({ pattern, headers: set }) => ({
    source: pattern.endsWith('*') ? `${pattern.slice(0, -1)}(.*)` : pattern,
    headers: Object.entries(set).map(([key, value]) => ({ key, value })),
  }));
  return `${JSON.stringify({ headers }, null, 2)}\n`;
}

/** The header table in the words of common static hosts; written into the build. */
export function hostFiles(shellStyle: string): Readonly<Record<string, string>> {
  const rows = headerTable(shellStyle);
  return {
    _headers: headersFile(rows),
    '.htaccess': apacheFile(rows),
    'hosting/nginx.conf': nginxFile(rows),
    'hosting/Caddyfile': caddyFile(rows),
    'vercel.json': vercelFile(rows),
  };
}

import { decodeBase64 } from '../encoding/base64.ts';

/** A plain medal without words and without a check mark, for badges that bring no picture: it says nothing of anybody. */
export const neutralSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">
<path fill="#8fa3ad" d="M88 150 64 240l36-16 28 22 28-22 36 16-24-90z"/>
<circle cx="128" cy="104" r="88" fill="#4f6672"/>
<circle cx="128" cy="104" r="72" fill="#f4f6f7"/>
<circle cx="128" cy="104" r="52" fill="none" stroke="#8fa3ad" stroke-width="6"/>
</svg>
`;

/** The same drawing, 256 pixels wide, in ten colours. */
const encoded = [
  'iVBORw0KGgoAAAANSUhEUgAAAQAAAAEACAMAAABrrFhUAAAAGFBMVEX///9fdYFPZnJ0iJOPo620wMbQ2Nzz9fb4pjGtAAAAAXRSTlMAQObYZgAABtJJREFUeNrtnet24yoMhS0E+P3f+CQ5bSdNAwiDLgTtX5m1',
  'pjj6vCWwY4vjcLlcLpfL5XK5XC6Xy+WSEtwVbnp82CrwUNSng6iE/gvDzsF/KIRwRbDpuf8wBgPRfwKD4fDXRhCmafPwl0QQpmvz8JdCAIFJsPPpX8YEgVm7un+RPKAGgTGmfNP50P1TihHXNwEt9vQV91/dMODC',
  'BGAo+C4IsOLpJwT/BGE9EzTOPT36bwa4FoG68zuj/2JQz4Vl0h/TeVlVG8AS8Y+E30IA9uMfDb+BAKzHPyH8BwLbBIrxx3OaomECpfgxnxOV0SoB4D/9dROAzfjTOV3JJAEJ+7fSwF788WRStEZAzP6NNLAVP8n+',
  '91sgKcUv3T7+3B1p/J0lAnAx/fNP4K8iXDK+LwRgxgB4OXgyBLRigf7y146exCDaINAdf4501RGYIACd/u8J/6HcSQD0DYA94afX2+KpBwGqW6Av/vQae6lGvPxHuwTeJQAt/FaR/10oc896AHQNUPyu1MR+ny89',
  'BFQNkAjR0H8XIPxR0rQAfQJMPau89wgSvQwoJkDT/t0XyLlJQC0JgFwAKPWcMneQy4CtBMjXTz9tgKhEgLgCyM1KTrgDUieAKgCICZCH7P8nDbKdJKAlQB60P22cqACANgPMir81koIFaEugafE/EaAth2xUwInx',
  'NwiI10GSAdLM+P8RSAYsABQD5Lnx1wdE2SsCigGmx18dUtgCFAPMmP9LSUWZCEQzIBW/6+Tfh8qjJskcoKwBhte/1VWxsgXoBpj++3AuWiDKASBcBWSWBKiSzXI5QCiBTAlQHRrFLNDOgMyUANWxkxQAaJdARgNU',
  'BpfKgfZ1MKcBKqNLlcF2BrBVwLoFkhIAYQNUxpcBAM05IHFWgJrDUKQItEsAswF+LKBUBJqroMxtgCLirAKgkAGJE0DpEBoAUD4DyiZDAQDQKgECGVCEHAWqYHMVkPkz4DsHssZKoFkDE38GFItAVgCgUQLKeSYP',
  'oFQDz1OiCGhUwRaALAkg6wOIKjWwWGmiOICksAyqHCaxAwAagMwNINMAADuAbAtAdgDqAGQmgdJx+AEEB0BaCGoB4F8KOgAH4ABWKoLBp0FfCDkAvxjSAPC5l8N+Q8RviflNUb8tTpkHk0oN1PhhZLufxoD4fIRK',
  'CZD4cXT7n8f9AQl/REb/Iamk+pDU9o/Jbf+gJOFRWWYLlAyg9ajsdg9Lb/+4PP2FicQ4BSi+MOGvzCzy0pTga2Ox43vOqYC6r835i5OUd6cTC4GOt6dZXx/vsMBHvjxN65/A9/r8STAAL4DtGyhs30JDs4nK26Ii',
  '30xq9zY6thopqfTS2r2VljdT626nl7jiV2qn5w0VyS0186yWmoXh1frKCjdVLV1WKXYWpvfVThcR2G6re3RsLMLWWDmq9tbuaK2dx1prF4fV7a4OPc3FB5qrF4undnP1vvb6+XX7iFJ7/dc9OMqwVttgIL/bX+El',
  '9rTUBgtvkyCSJnXqNiNnX/ziO+2wbrIS7W+y4tvs+EZLha22CPP8yFZbp6Gtto6BvQYvb7aG9rebQ85OUrbiF99w0Nh2g2UCXE+IGNyEfPtNV7ffdrey8XSSOP2Wt56eOB0U9522sfl4cWv0WXkQy0c4TKi8/fyM',
  'PCjvPW/j/DcIjCKohG8n/moaDCGohR8OUwoMCKrhG4u/QSBgN4OEYan4WwRuU0IHgxRbox0GBa0vHZACIUVsDgSHTQWCsH5bHCljHGYVqMKvuyDft8RTpIVuPH5KGgwLDtvijv+wLkDO8BHMA8DISOBWKcwDuN/l',
  'ZUKA97GXAMCCAP8f2XwJ+L7XjyzhxwhLGGA2Anwadh0A0xDgr0FXAjAFAb4MuUgJmMMA8e94sJIBxhjg+9EWBHBngOPnfmkAPRAqwVsHEJqPv2CdAjaCvyusaoAXDs8kHv8k//EnABjSUpMgh+xOhCgDADfPAMM5',
  'sDsAkAIAmxvArAUcwOYAQA4AbG4AoxZwAJsDCJIAwuYGMGmB3QGALAB7EyHKAsDNM8BgDuwOAKQBwOYGMGcBB7A5AJAHAJsbwJgFHMDmAIIGgLC5AUxZYHcAoAPAzkSIre959QzDIpfEbZ9euFuA1LEtA8DrWQIE',
  'f1kvATBQKC8cwJoBYGSqIDI2DGDotiGOHMUCABybLoE82dgsATC4Ypp0KC0DwOiasYu2OQDD101h9vEkAeCljLngaTQFIHTn44SlHRi6JL5QjnDC2h7MWODK14Ap6zobAODaRdmcRQ0amAhhKHOG67n9l6lphQCP',
  'DQX2H/6VWkEc22r3+B+rqHBsLYDD5XK5XC6Xy+XS0H9OFjLnd2eshQAAAABJRU5ErkJggg==',
].join('');

export function neutralPng(): Uint8Array {
  const bytes = decodeBase64(encoded);
  if (!bytes.ok) throw new Error('the plain picture is part of the program');
  return bytes.value;
}

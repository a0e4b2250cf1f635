import { type Text, text } from '../model/text.ts';

/** A server that keeps one data set and does not replicate by itself (M2), and who knows how to run several of it. */
export interface WellKnownImage {
  readonly title: string;
  readonly port: number;
  readonly operators: string;
}

/** By the last part of the image's name; the names are those of the projects' own images. */
const images: Readonly<Record<string, WellKnownImage>> = {
  postgres: { title: 'PostgreSQL', port: 5432, operators: 'CloudNativePG' },
  mysql: { title: 'MySQL', port: 3306, operators: 'Percona Operator, MySQL Operator' },
  mariadb: { title: 'MariaDB', port: 3306, operators: 'mariadb-operator' },
  mongo: { title: 'MongoDB', port: 27017, operators: 'MongoDB Kubernetes Operator, Percona Operator' },
  valkey: { title: 'Valkey', port: 6379, operators: 'Valkey Operator' },
  redis: { title: 'Redis', port: 6379, operators: 'Redis Operator' },
};

/** Images that by themselves listen on port 80 as root, which a strict namespace refuses, and what to do. */
const rootImages: Readonly<Record<string, Text>> = {
  nginx: text('Use nginxinc/nginx-unprivileged, which listens on 8080.', 'Usa nginxinc/nginx-unprivileged, que escucha en el 8080.'),
  httpd: text('Set “Listen 8080” in its httpd.conf, in an image of your own.', 'Pon «Listen 8080» en su httpd.conf, en una imagen propia.'),
  wordpress: text(
    'Set “Listen 8080” in its ports.conf, in an image of your own.',
    'Pon «Listen 8080» en su ports.conf, en una imagen propia.',
  ),
};

/** What to do about an image of Docker’s own that only starts as root, or undefined. */
export function rootImageAdviceOf(image: string): Text | undefined {
  const repository =
    image
      .split('@')[0]
      ?.replace(/:[^/]*$/, '')
      .replace(/^docker\.io\/(library\/)?/, '') ?? '';
  return Object.hasOwn(rootImages, repository) ? rootImages[repository] : undefined;
}

/** `docker.io/library/postgres:18.6` and `quay.io/sclorg/postgresql-16-c9s` are both PostgreSQL. */
export function wellKnownImageOf(image: string | undefined): WellKnownImage | undefined {
  const last = image?.split('@')[0]?.split('/').at(-1)?.split(':')[0] ?? '';
  const name = last
    .replace(/^postgresql(-\d.*)?$/, 'postgres')
    .replace(/^mongodb(-.*)?$/, 'mongo')
    .replace(/^(mysql|mariadb)-\d.*$/, '$1');
  return Object.hasOwn(images, name) ? images[name] : undefined;
}

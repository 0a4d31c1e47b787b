## /start, /help, /language

command-start = Saluda y mira por dónde empezar
    .title = Hola
command-help = Lo que puedes hacer aquí
    .title = Ayuda
command-language = Elige tu idioma
    .title = Idioma

start-hello = ¡Hola, { $name }!
start-programme = Aquí se gestiona <b>{ $programme }</b>: sobres rojos, recompensas y todo lo que las rodea.
start-next = Pulsa un botón o escribe /help cuando quieras.
open-help = ❓ ¿Qué puedo hacer?
open-apply = 🤝 Ser partner
open-status = 🤝 Mi solicitud
open-wallet = 👛 Billetera
open-claims = 🧧 Lo que me tocó
open-packets = 🧧 Mis sobres
open-language = 🌐 Idioma

help-in-group = <b>Lo que puedes hacer en este grupo</b>
help-in-private = <b>Lo que puedes hacer aquí</b>
help-line = { $command } — { $what }
help-more = Escribe solo el comando y te preguntaré lo que falte.

group-hello = 👋 ¡Hola! Aquí lanzo sobres rojos, y cualquiera puede verificar que son justos.
group-hello-next = Escribe /redpacket para lanzar uno, o /help para ver qué puedes hacer.

argument-language-language = El idioma en el que debo hablar
    .label = idioma
    .ask = ¿Qué idioma?
    .hint = «Automático» sigue el idioma de tu aplicación.
argument-language-whose = Para ti, o para las tarjetas de este grupo
    .label = quién
    .ask = ¿Quién usará este idioma?
    .hint = El idioma del grupo es el de las tarjetas que ve todo el mundo.
language-mine = Tu idioma ahora: { $language }.
language-group = El idioma de las tarjetas de este grupo ahora: { $language }.
choice-en = English
choice-zh-CN = 简体中文
choice-ru = Русский
choice-es = Español
choice-auto = Automático
choice-me = yo
choice-group = el grupo

## El certificado de un partner y la bienvenida con la que llega

certificate-heading = Certificado
certificate-awarded = otorgado a
certificate-number = Partner número { $number }
certificate-region = Región: { $region }
certificate-tier = Nivel: { $tier }
certificate-date = Desde el { $at }
certificate-about = El certificado del partner { $number }
certificate-welcome = 🎉 ¡Te damos la bienvenida, partner { $number }! Este es tu certificado.
certificate-managers = Quién te ayuda en tu región: { $names }
certificate-guide = La guía explica cómo crear una comunidad.
certificate-open-guide = 📖 Guía
certificate-sent = El certificado del partner { $number }.
membership-certificate = 📜 Certificado
command-membership-certificate = Tu certificado
    .title = Certificado

package org.tokenerror.oauth.words;

import org.tokenerror.oauth.words.Words.Phrases;

/**
 * Lists the words servers use about failed token requests, in English and a little beyond.
 *
 * <p>A {@code *} stands for any ending. Accents and capitals do not matter.
 */
final class Vocabulary {

  // ---- predicates

  /** Says that something is there but no good. */
  static final Phrases WRONG =
      Phrases.of(
          "invalid*, wrong, bad, incorrect*, illegal, malformed, mismatch*, mismatched, expired,"
              + " expire, revoked, used, reused, redeemed, consumed, replayed,"
              + " unknown, unrecognized, unrecognised, unregistered, inactive, disabled,"
              + " locked, blocked, suspended, deleted, deactivated, unverified, broken,"
              + " stale, undefined, nonexistent, inexistent*",
          "not found, not be found, not valid, not correct, not exist, doesnt exist, didnt exist,"
              + " not match, doesnt match, didnt match, dont match, not matched, not matching, not"
              + " identical, not active, not recognized, not recognised, not registered, not known,"
              + " not verified, not verify, isnt valid, isnt correct, not authenticated, not"
              + " authenticate, unable to verify, unable to authenticate, error validating, no"
              + " such, no client, no user, no active, no account, no match*, was not issued, has"
              + " been used, login failed, not a valid, cant find, cannot find, cannot convert, no longer valid",
          "falsch*, ungultig*, abgelaufen*, unbekannt*, gesperrt*, nicht gefunden, stimmt nicht,"
              + " invalide, inconnu*, incorrect*, errone*, expir*, bloque*, introuvable, no valid*,"
              + " no encontrad*, no existe, caducad*, desconocid*, incorret*, nao encontrad*,"
              + " scadut*, non valid*, errat*, sconosciut*, non trovat*, pas valide, introuvable, gatt ut, utgang*,"
              + " okand*, fel, hittades inte, saknar giltig*, onbekend*, niet gevonden, niet geldig,"
              + " nicht gultig, ongeldig*, onjuist*, verlopen,"
              + " ogiltig*, felaktig*, ugyldig*, nieprawidlow*, neplatn*",
          "无效, 错误, 过期, 不合法, 不存在, 失效, 不正确, 無効, неверн*, недейств*");

  /** Says that something did not work, and not whose fault that is. */
  static final Phrases FAILED =
      Phrases.of(
          "error, failed, fail, fails, failure, rejected, denied, refused, unsuccessful,"
              + " fehlgeschlagen, echec, fallo, fallida, fallito, falhou, mislukt");

  /** Says that something is not there. */
  static final Phrases MISSING =
      Phrases.of(
          "missing, required, require, requires, empty, absent, omitted, lost, null, blank,"
              + " mandatory, needed, not present, not provided, not supplied, not specified, not"
              + " given, not set, not included, not sent, must be specified, must be provided, must"
              + " be present, must be set, must contain, must include, must specify, must provide,"
              + " no grant, no code, no refresh, no authorization, no credentials, no"
              + " authentication, no password, no username, no parameter, no value",
          "fehlt, fehlen, fehlend*, erforderlich, manqu*, requis*, falta, faltan, obligatori*,"
              + " requerid*, mancante, ontbreekt, saknas, mangler, 缺少, 不能为空");

  /** Says that something exists but is not for this client. */
  static final Phrases FORBIDDEN =
      Phrases.of(
          "not allowed, not authorized, not authorised, unauthorized, unauthorised, not permitted,"
              + " not enabled, isnt allowed, isnt authorized, disallowed, forbidden, restricted,"
              + " not configured for, may not use, cannot use, no permission, nicht erlaubt, nicht"
              + " berechtigt, non autorise*, no autorizad*, nao autorizad*");

  /** Says that the server does not know or do something. */
  static final Phrases UNSUPPORTED =
      Phrases.of(
          "unsupported, not supported, isnt supported, unknown, not implemented, unrecognized,"
              + " unrecognised, not recognized, not known, unsupport*, nicht unterstutzt, non"
              + " supporte, no soportad*, no admitid*, no compatible, non supportat*, 不支持");

  /** Says that the server does not do something, for whomever. */
  static final Phrases UNAVAILABLE_HERE =
      Phrases.of(
          "unsupported, not supported, isnt supported, not implemented, unimplemented, unsupport*,"
              + " no granter, no handler, no provider, no processor, not handled, cannot handle, non"
              + " pris en charge, pas pris en charge, wordt niet ondersteund,"
              + " nicht unterstutzt*, non supporte*, nao suportad*, no soportad*, no admitid*, non"
              + " supportat*, stods inte, stods ej, niet ondersteund*, 不支持");

  /** Says that the server does not do something, and not why. */
  static final Phrases CANNOT =
      Phrases.of(
          "cannot serve, can not serve, cant serve, cannot handle, cannot process, can not process,"
              + " unable to serve, unable to handle, unable to process, will not serve");

  /** Says that something is switched off. */
  static final Phrases SWITCHED_OFF =
      Phrases.of("disabled, not enabled, switched off, turned off, deaktiviert, desactiv*");

  /** Says that somebody may not use something that there is. */
  static final Phrases MAY_NOT_USE =
      Phrases.of(
          "may not use, must not use, cannot use, can not use, cant use, not allowed, isnt allowed,"
              + " not permitted, not enabled, disallowed, not entitled, darf nicht, nicht erlaubt,"
              + " pas autorise*, no puede, nao pode, non puo, mag niet, far inte");

  /** Says that more is asked for than there is. */
  static final Phrases TOO_MUCH =
      Phrases.of(
          "exceed*, beyond, outside, broader, wider, larger, greater, more than, not granted, not a"
              + " subset, not subset, not included, not part of, uberschreitet, depasse*, excede*,"
              + " supera, overskrider, overstiger, overschrijdt");

  /** Says that something is there more than once. */
  static final Phrases SEVERAL =
      Phrases.of(
          "duplicate*, repeated, multiple, several, more than one, more than once, not both, only"
              + " one, twice, doppelt, mehrfach");

  // ---- subjects

  /** Names the grant type itself. */
  static final Phrases GRANT_TYPE =
      Phrases.of(
          "grant type, granttype, grant types, type of grant, granttyp, grant typ, device flow,"
              + " flow, type de grant, type dautorisation, type doctroi, tipo de concesion, tipo de"
              + " concessao, tipo di concessione, tipo de grant, tipo di grant, beviljandetyp*,"
              + " tillstandstyp*, toekenningstype, berechtigungstyp*");

  /** Names a grant without saying whether the type or the thing. */
  static final Phrases BARE_GRANT = Phrases.of("grant, grants");

  /** Names the way a client authenticates. */
  static final Phrases SCHEME =
      Phrases.of(
          "authorization scheme, authentication scheme, auth scheme, authorization method,"
              + " authentication method, auth method, authorization type, authentication type, auth"
              + " type, authentication mechanism, authorization mechanism, authorization header"
              + " scheme, http authentication, authentifizierungsverfahren,"
              + " authentifizierungsmethode");

  /** Names what a second authentication of the user needs. */
  static final Phrases SECOND_FACTOR =
      Phrases.of(
          "mfa, multi factor, multifactor, two factor, second factor, 2fa, otp, one time password,"
              + " one time passcode, totp");

  /** Names a part of an assertion. */
  static final Phrases CLAIM =
      Phrases.of("audience, issuer, subject, signature, claim, claims, iss, aud, exp, sub, jti");

  /** Names the tokens of a token exchange. */
  static final Phrases EXCHANGED = Phrases.of("subject token, actor token");

  /** Names the resource of RFC 8707 where the request has one. */
  static final Phrases RESOURCE = Phrases.of("resource, resources, target");

  /** Names what a user is asked for. */
  static final Phrases CONSENT =
      Phrases.of(
          "consent, authorization request, authorisation request, authentication request, the"
              + " request, request was, request has been, access, authorization, authorisation,"
              + " approval, permission, zugriff, anfrage, acces, acceso, acesso, accesso");

  /** Names the scope. */
  static final Phrases SCOPE =
      Phrases.of(
          "scope, scopes, ambito, portee, escopo, escopos, bereik, geltungsbereich, omfang,"
              + " omfattning, alcance");

  /** Names the resource of RFC 8707. */
  static final Phrases TARGET = Phrases.of("audience, resource indicator, target resource");

  /** Names what only a client has. */
  static final Phrases STRONG_CLIENT =
      Phrases.of(
          "client assertion, client authentication, client credentials, client secret, client id,"
              + " clientid, clientsecret, client key, client identifier, client certificate, app"
              + " id, app secret, app key, appid, appsecret, appkey, api key, apikey, consumer key,"
              + " consumer secret, consumer, application credentials, secret, clientgeheim*,"
              + " client geheim*, klienthemlighet*, klientgeheim*, segredo, secreto");

  /** Names the client. */
  static final Phrases CLIENT =
      Phrases.of(
          "client, clients, application, app, klient, clienten, cliente, applikation, anwendung,"
              + " oauth client, platform app, developer, 客户端, 应用, клиент*");

  /** Names the resource owner. */
  static final Phrases USER =
      Phrases.of(
          "user, users, username, user name, password, passwd, account, resource owner, login, log"
              + " in, benutzer*, passwort, kennwort, anmeldung, utilisateur, mot de passe, usuario,"
              + " contrasena, senha, utente, gebruiker*, wachtwoord, anvandar*, losenord, bruger*,"
              + " brukernavn, passord, uzytkownik*, haslo, 用户, 密码, пользовател*, парол*");

  /** Names the resource owner's account, which a client does not have. */
  static final Phrases ACCOUNT = Phrases.of("account, user, resource owner, konto, compte, cuenta");

  /** Names credentials without saying whose. */
  static final Phrases CREDENTIALS =
      Phrases.of(
          "credentials, credential, anmeldedaten, zugangsdaten, identifiants, credenciales,"
              + " credenziali, behorighet");

  /** Names what a grant consists of. */
  static final Phrases GRANT =
      Phrases.of(
          "authorization code, authorisation code, authorize code, auth code, authcode,"
              + " verification code, access code, code, redirect uri, redirecturi, redirect url,"
              + " redirection uri, callback url, callback uri, authorization url, verifier, code"
              + " verifier, pkce, code challenge, refresh token, refreshtoken, assertion, jwt, jws,"
              + " jwe, saml, device code, user code, ticket, grant, authorization grant,"
              + " subject token, autorisierungscode, codigo, codice, auktoriseringskod*,"
              + " autorisatiecode, uppdateringstoken, aktualisierungstoken, jeton de"
              + " rafraichissement, token de actualizacion, token de atualizacao, token di"
              + " aggiornamento, vernieuwingstoken, 授权码");

  /** Names a token without saying which. */
  static final Phrases TOKEN =
      Phrases.of("token, tokens, accesstoken, jeton, session, sitzung, sesion, sessione, 令牌");

  /** Names the act of authentication without saying whose. */
  static final Phrases AUTHENTICATION =
      Phrases.of(
          "auth, authentication, authenticated, authenticate, authorization header, authentication"
              + " header, auth info, authentifizierung, authentification, autenticacion,"
              + " autenticazione");

  /** Names any part of a request. */
  static final Phrases PARAMETER =
      Phrases.of(
          "parameter, parameters, param, params, field, fields, argument, arguments,"
              + " header, input, data, value, body, parametre, parametro, solicitud, anfrage");

  private Vocabulary() {}
}

package org.tokenerror.oauth.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenerror.oauth.Exchange.basic;
import static org.tokenerror.oauth.Exchange.password;
import static org.tokenerror.oauth.Exchange.post;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenerror.oauth.Exchange;

@Tag("S4")
@DisplayName("S4: words of other languages")
class ForeignWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code | Ung\u00fcltiger Autorisierungscode | invalid_grant",
        "code | Unbekannter Client | invalid_client",
        "client | Falsches Client-Geheimnis | invalid_client",
        "password | Benutzername oder Passwort falsch | invalid_grant",
        "password | Anmeldung fehlgeschlagen | invalid_grant",
        "client | Anmeldung fehlgeschlagen | invalid_client",
        "odd | Grant-Typ wird nicht unterst\u00fctzt | unsupported_grant_type",
        "refresh | Das Refresh-Token ist abgelaufen | invalid_grant",
        "client | Ung\u00fcltiger Scope | invalid_scope",
        "code | Parameter redirect_uri fehlt | invalid_request",
        "code | Code d'autorisation invalide ou expir\u00e9 | invalid_grant",
        "client | Client inconnu | invalid_client",
        "client | Identifiants client incorrects | invalid_client",
        "password | Nom d'utilisateur ou mot de passe incorrect | invalid_grant",
        "odd | Type de grant non support\u00e9 | unsupported_grant_type",
        "odd | Type d'autorisation non pris en charge | unsupported_grant_type",
        "refresh | Jeton de rafra\u00eechissement expir\u00e9 | invalid_grant",
        "client | Port\u00e9e invalide | invalid_scope",
        "code | Param\u00e8tre manquant : redirect_uri | invalid_request",
        "code | C\u00f3digo de autorizaci\u00f3n no v\u00e1lido | invalid_grant",
        "client | Cliente desconocido | invalid_client",
        "client | Credenciales de cliente incorrectas | invalid_client",
        "password | Usuario o contrase\u00f1a incorrectos | invalid_grant",
        "odd | Tipo de concesi\u00f3n no soportado | unsupported_grant_type",
        "refresh | El token de actualizaci\u00f3n ha caducado | invalid_grant",
        "client | \u00c1mbito no v\u00e1lido | invalid_scope",
        "code | Falta el par\u00e1metro code | invalid_request",
        "code | C\u00f3digo de autoriza\u00e7\u00e3o inv\u00e1lido | invalid_grant",
        "client | Cliente n\u00e3o encontrado | invalid_client",
        "client | Segredo do cliente inv\u00e1lido | invalid_client",
        "password | Usu\u00e1rio ou senha inv\u00e1lidos | invalid_grant",
        "odd | Tipo de concess\u00e3o n\u00e3o suportado | unsupported_grant_type",
        "refresh | Token de atualiza\u00e7\u00e3o expirado | invalid_grant",
        "client | Escopo inv\u00e1lido | invalid_scope",
        "code | Ogiltig auktoriseringskod | invalid_grant",
        "client | Ok\u00e4nd klient | invalid_client",
        "client | Fel klienthemlighet | invalid_client",
        "password | Felaktigt anv\u00e4ndarnamn eller l\u00f6senord | invalid_grant",
        "password | Ogiltig beh\u00f6righet | invalid_grant",
        "client | Ogiltig beh\u00f6righet | invalid_client",
        "refresh | Uppdateringstoken har g\u00e5tt ut | invalid_grant",
        "client | Ogiltigt scope | invalid_scope",
        "odd | Beviljandetypen st\u00f6ds inte | unsupported_grant_type",
        "code | Codice di autorizzazione non valido | invalid_grant",
        "client | Client sconosciuto | invalid_client",
        "client | Credenziali client errate | invalid_client",
        "password | Nome utente o password errati | invalid_grant",
        "odd | Tipo di concessione non supportato | unsupported_grant_type",
        "refresh | Il token di aggiornamento \u00e8 scaduto | invalid_grant",
        "client | Ambito non valido | invalid_scope",
        "code | Parametro mancante: code | invalid_request",
        "code | Ongeldige autorisatiecode | invalid_grant",
        "client | Onbekende client | invalid_client",
        "client | Onjuist clientgeheim | invalid_client",
        "password | Gebruikersnaam of wachtwoord onjuist | invalid_grant",
        "odd | Grant type wordt niet ondersteund | unsupported_grant_type",
        "refresh | Refresh token is verlopen | invalid_grant",
        "client | Ongeldig bereik | invalid_scope",
        "code | Parameter code ontbreekt | invalid_request",
        "code | Zu viele Anfragen | temporarily_unavailable",
        "code | Trop de requ\u00eates | temporarily_unavailable",
        "code | Demasiadas solicitudes | temporarily_unavailable",
        "code | Wartungsarbeiten | temporarily_unavailable",
        "code | You exceeded your request quota for this minute | temporarily_unavailable",
        "code | Try again in 30 seconds | temporarily_unavailable",
        "client | Der Client ist nicht berechtigt, diesen Grant-Typ zu verwenden"
            + " | unauthorized_client"
      })
  void areUnderstood(String grant, String words, String code) {
    Exchange exchange =
        switch (grant) {
          case "password" -> password().withBasic();
          case "client" -> post("grant_type=client_credentials").withBasic();
          case "refresh" -> post("grant_type=refresh_token&refresh_token=r1").withBasic();
          case "odd" -> post("grant_type=odd").withBasic();
          default -> basic();
        };
    assertThat(Exchange.replaced(exchange.sentError(404, words)).error().code()).isEqualTo(code);
    String json = "{\"code\":7,\"message\":\"" + words + "\"}";
    assertThat(Exchange.replaced(exchange.json(400, json)).error().code()).isEqualTo(code);
  }
}

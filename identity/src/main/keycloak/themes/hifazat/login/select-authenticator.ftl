<#-- Instead of keycloak.v2's: its entries are no buttons, so the space bar and the Enter key do nothing. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayInfo=false; section>
    <#if section = "header">
        ${msg("loginChooseAuthenticator")}
    <#elseif section = "form">
    <ul class="hifazat-ways" role="list">
        <#list auth.authenticationSelections as way>
            <li>
                <form action="${url.loginAction}" method="post">
                    <input type="hidden" name="authenticationExecution" value="${way.authExecId}">
                    <button type="submit" class="hifazat-way">
                        <i class="${properties[way.iconCssClass]!way.iconCssClass}" aria-hidden="true"></i>
                        <span>
                            <strong>${msg(way.displayName)}</strong>
                            <span>${msg(way.helpText)}</span>
                        </span>
                        <i class="fa fa-angle-right" aria-hidden="true"></i>
                    </button>
                </form>
            </li>
        </#list>
    </ul>
    </#if>
</@layout.registrationLayout>

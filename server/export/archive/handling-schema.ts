import { HANDLING_NAMESPACE } from './handling-xml.ts'

/** XML Schema 1.0 of {@link ./handling-xml.ts}. */
export const HANDLING_SCHEMA = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:h="${HANDLING_NAMESPACE}" targetNamespace="${HANDLING_NAMESPACE}" elementFormDefault="qualified">
  <xs:simpleType name="sha256">
    <xs:restriction base="xs:string"><xs:pattern value="[0-9a-f]{64}"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="niva">
    <xs:restriction base="xs:string"><xs:pattern value="B-(B|T|LT|LTA)"/></xs:restriction>
  </xs:simpleType>
  <xs:complexType name="person">
    <xs:sequence>
      <xs:element name="namn" type="xs:string"/>
      <xs:element name="titel" type="xs:string" minOccurs="0"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="undertecknare">
    <xs:complexContent>
      <xs:extension base="h:person">
        <xs:sequence>
          <xs:element name="roll" type="xs:string"/>
          <xs:element name="lage">
            <xs:simpleType>
              <xs:restriction base="xs:string">
                <xs:enumeration value="waiting"/>
                <xs:enumeration value="signed"/>
                <xs:enumeration value="refused"/>
              </xs:restriction>
            </xs:simpleType>
          </xs:element>
          <xs:element name="tid" type="xs:dateTime" minOccurs="0"/>
        </xs:sequence>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:element name="handling">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="titel" type="xs:string"/>
        <xs:element name="diarienummer" type="xs:string" minOccurs="0"/>
        <xs:element name="organisation">
          <xs:complexType>
            <xs:simpleContent>
              <xs:extension base="xs:string">
                <xs:attribute name="nummer">
                  <xs:simpleType>
                    <xs:restriction base="xs:string"><xs:pattern value="[0-9]{6}-[0-9]{4}"/></xs:restriction>
                  </xs:simpleType>
                </xs:attribute>
              </xs:extension>
            </xs:simpleContent>
          </xs:complexType>
        </xs:element>
        <xs:element name="namnd" type="xs:string"/>
        <xs:element name="forvaltning" type="xs:string" minOccurs="0"/>
        <xs:element name="typ">
          <xs:complexType>
            <xs:simpleContent>
              <xs:extension base="xs:string">
                <xs:attribute name="nyckel" type="xs:string" use="required"/>
                <xs:attribute name="mallversion" type="xs:positiveInteger" use="required"/>
              </xs:extension>
            </xs:simpleContent>
          </xs:complexType>
        </xs:element>
        <xs:element name="ar" type="xs:gYear"/>
        <xs:element name="datum" type="xs:date"/>
        <xs:element name="version" type="xs:positiveInteger"/>
        <xs:element name="last">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="av" type="h:person" minOccurs="0"/>
            </xs:sequence>
            <xs:attribute name="tid" type="xs:dateTime" use="required"/>
            <xs:attribute name="sha256" type="h:sha256" use="required"/>
          </xs:complexType>
        </xs:element>
        <xs:element name="pdf">
          <xs:complexType>
            <xs:attribute name="undertecknad" use="required">
              <xs:simpleType>
                <xs:restriction base="xs:string">
                  <xs:enumeration value="ja"/>
                  <xs:enumeration value="nej"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attribute name="kod" type="xs:string"/>
            <xs:attribute name="niva" type="h:niva"/>
            <xs:attribute name="sha256" type="h:sha256"/>
          </xs:complexType>
        </xs:element>
        <xs:element name="omgang" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="undertecknare" type="h:undertecknare" minOccurs="0" maxOccurs="unbounded"/>
            </xs:sequence>
            <xs:attribute name="kod" type="xs:string" use="required"/>
            <xs:attribute name="ordning" use="required">
              <xs:simpleType>
                <xs:restriction base="xs:string">
                  <xs:enumeration value="sequence"/>
                  <xs:enumeration value="parallel"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attribute name="niva" type="h:niva" use="required"/>
            <xs:attribute name="antal" type="xs:positiveInteger" use="required"/>
            <xs:attribute name="lage" use="required">
              <xs:simpleType>
                <xs:restriction base="xs:string">
                  <xs:enumeration value="open"/>
                  <xs:enumeration value="signed"/>
                  <xs:enumeration value="refused"/>
                  <xs:enumeration value="withdrawn"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attribute name="startad" type="xs:dateTime" use="required"/>
            <xs:attribute name="slutad" type="xs:dateTime"/>
          </xs:complexType>
        </xs:element>
        <xs:element name="expediering" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="mottagare" type="xs:string" maxOccurs="unbounded"/>
              <xs:element name="anteckning" type="xs:string" minOccurs="0"/>
            </xs:sequence>
            <xs:attribute name="dag" type="xs:date" use="required"/>
            <xs:attribute name="version" use="required">
              <xs:simpleType>
                <xs:restriction base="xs:string">
                  <xs:enumeration value="internal"/>
                  <xs:enumeration value="public"/>
                </xs:restriction>
              </xs:simpleType>
            </xs:attribute>
            <xs:attribute name="sha256" type="h:sha256"/>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>
`
